using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Notices;

/// <summary>A person's own notices, newest first.</summary>
internal sealed class MyNotices(IDbContextFactory<PlatformDb> dbs, CurrentUser user)
{
    public const int MostCounted = 99;

    /// <summary>Unread notices, counted up to one more than <see cref="MostCounted"/>.</summary>
    public async Task<int> CountUnreadAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Notifications.Where(n => n.AccountId == user.Id && n.ReadAt == null).OrderBy(n => n.Id).Take(MostCounted + 1).CountAsync(ct);
    }

    public async Task<Page<NoticeRow>> ListAsync(PageRequest page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var mine = db.Notifications.Where(n => n.AccountId == user.Id);
        if (page.Filters.TryGetValue("state", out var state))
        {
            mine = state switch
            {
                "unread" => mine.Where(n => n.ReadAt == null),
                "read" => mine.Where(n => n.ReadAt != null),
                _ => mine.Where(n => false),
            };
        }

        var total = await mine.CountAsync(ct);
        var rest = Guid.TryParse(page.After, out var after) ? mine.Where(n => n.Id.CompareTo(after) < 0) : mine;
        var rows = await rest.OrderByDescending(n => n.Id).Take(page.Size + 1)
            .Select(n => new NoticeRow(n.Id, n.Code, n.Values, n.Href, n.CreatedAt, n.ReadAt != null))
            .ToListAsync(ct);
        return rows.Count > page.Size
            ? new Page<NoticeRow>(rows[..page.Size], rows[page.Size - 1].Id.ToString(), total)
            : new Page<NoticeRow>(rows, null, total);
    }
}

/// <summary>A notice on the screen.</summary>
public sealed record NoticeRow(Guid Id, string Code, IReadOnlyList<string> Values, string Href, DateTimeOffset CreatedAt, bool IsRead);
