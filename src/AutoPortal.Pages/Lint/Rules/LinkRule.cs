using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Lint.Rules;

/// <summary>Links lead somewhere: blocks of the page, pages of the tenant, addresses that may be linked to. Other hosts are not asked.</summary>
internal sealed class LinkRule(IDbContextFactory<PagesDb> dbs) : ILintRule
{
    public async Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct)
    {
        var links = page.Blocks.SelectMany(b => b.Contents.Links.Where(l => l.Length > 0).Select(link => (b.Id, Link: link))).ToList();
        var targets = links.Select(l => (l.Id, l.Link, Page: PageOf(l.Link, page.TenantIdentifier))).Where(l => l.Page is not null).ToList();
        var live = await LiveAsync([.. targets.Select(t => t.Page!.Value.Slug).Distinct(StringComparer.Ordinal)], ct);
        return
        [
            .. links.Where(l => SafeLink.Of(l.Link) is null).Select(l => new LintFinding("bad_link", LintSeverity.Error, l.Id, Short(l.Link))),
            .. links.Where(l => l.Link is ['#', .. var anchor] && anchor.Length > 0 && page.Document.Root.Find(anchor) is null).Select(l => new LintFinding("lost_anchor", LintSeverity.Error, l.Id, l.Link)),
            .. targets.Where(t => !live.Contains(t.Page!.Value)).Select(t => new LintFinding("dead_page", LintSeverity.Error, t.Id, Short(t.Link))),
        ];
    }

    private async Task<HashSet<(string PathKind, string Slug)>> LiveAsync(List<string> slugs, CancellationToken ct)
    {
        if (slugs.Count == 0)
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var found = await db.PublishedPages.Where(p => slugs.Contains(p.Slug)).Select(p => new { p.PathKind, p.Slug }).ToListAsync(ct);
        return [.. found.Select(p => (p.PathKind, p.Slug))];
    }

    // Only pages of our own kinds; other paths of the host belong to other modules.
    private static (string PathKind, string Slug)? PageOf(string link, string tenant)
        => link.Split('?', '#')[0].Split('/') is ["", var of, (PagePaths.Activity or PagePaths.Content) and var kind, var slug] && string.Equals(of, tenant, StringComparison.Ordinal)
            ? (kind, slug)
            : null;

    private static string Short(string link) => link.Length <= 60 ? link : link[..57] + "…";
}
