using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Library;

/// <summary>The page library, last changed first.</summary>
internal sealed class PageQueries(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    private const string From =
        """
        from pages.pages p
        left join pages.page_releases r on r.tenant_id = p.tenant_id and r.page_id = p.id and r.state in ('reviewing', 'scheduled')
        where {reach:p,dealer_id,none}
        """;

    private const string Columns =
        """
        select p.id as Id, p.title::text as Title, p.path_kind as PathKind, p.slug as Slug, p.folder as Folder, p.state as State, r.state as Pending, r.id as PendingRelease,
               p.live_version as LiveVersion, p.latest_version as LatestVersion, p.is_archived as IsArchived, p.changed_at as ChangedAt, p.dealer_id as DealerId, p.is_master as IsMaster, p.master_id as MasterId
        """;

    private const string Narrowed =
        """
        and (@state is null or p.state = @state) and (@pending is null or r.state = @pending) and (@kind is null or p.path_kind = @kind)
        and p.is_archived = @archived and (@owner is null or case @owner when 'hq' then p.dealer_id is null and not p.is_master when 'master' then p.is_master else p.dealer_id is not null end) and (@folder is null or p.folder = @folder or starts_with(p.folder, @folder || '/'))
        and (@like is null or p.title->>'zh' ilike @like or p.title->>'en' ilike @like or p.title #>> '{}' ilike @like or p.slug ilike @like)
        """;

    /// <summary>Filters <c>state</c>, <c>pending</c>, <c>kind</c>, <c>folder</c> (with what stands below it), <c>archived</c>, <c>owner</c> (<c>hq</c>, <c>master</c>, <c>dealer</c>); search by title and address.</summary>
    public async Task<Page<PageRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return Page<PageRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var after = MomentKey.Read(page.After);
        var args = new
        {
            state = page.Filters.GetValueOrDefault("state"),
            pending = page.Filters.GetValueOrDefault("pending"),
            kind = page.Filters.GetValueOrDefault("kind"),
            owner = page.Filters.GetValueOrDefault("owner"),
            folder = page.Filters.GetValueOrDefault("folder"),
            archived = page.Filters.GetValueOrDefault("archived") == "yes",
            like = page.Search is { } words ? $"%{Escape(words)}%" : null,
            at = after?.At,
            id = after?.Id,
            most = page.Size + 1,
        };
        var total = await db.Sql().FirstOrDefaultAsync<long>($"select count(*) {From} {Narrowed}", args, ct);
        var found = (await db.Sql().QueryAsync<PageRow.Stored>(
            $"{Columns} {From} {Narrowed} and (@at::timestamptz is null or (p.changed_at, p.id) < (@at, @id)) order by p.changed_at desc, p.id desc limit @most", args, ct)).Select(r => r.Row()).ToList();
        var shown = found.Take(page.Size).ToList();
        return new(shown, found.Count > page.Size ? new MomentKey(shown[^1].ChangedAt, shown[^1].Id).ToString() : null, total);
    }

    /// <summary>One page; null where there is none.</summary>
    public async Task<PageRow?> FindAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await db.Sql().FirstOrDefaultAsync<PageRow.Stored>($"{Columns} {From} and p.id = @pageId", new { pageId }, ct))?.Row();
    }

    /// <summary>Every folder, parents of folders included, with how many pages stand in it and below; by name.</summary>
    public async Task<IReadOnlyList<FolderRow>> FoldersAsync(CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var counts = await db.Pages.Where(p => !p.IsArchived && p.Folder != "").GroupBy(p => p.Folder).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var all = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var folder in counts)
        {
            var names = folder.Key.Split('/');
            for (var depth = 1; depth <= names.Length; depth++)
            {
                var path = string.Join('/', names.Take(depth));
                all[path] = all.GetValueOrDefault(path) + folder.Count;
            }
        }

        return [.. all.Select(f => new FolderRow(f.Key, f.Value))];
    }

    private static string Escape(string words) => words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
