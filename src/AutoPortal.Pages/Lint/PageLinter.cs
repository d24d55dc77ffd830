using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Lint;

/// <summary>Looks a draft over before it is handed in.</summary>
internal sealed class PageLinter(IDbContextFactory<PagesDb> dbs, IEnumerable<ILintRule> rules, BlockCatalog catalog, CurrentScope scope, TimeProvider clock)
{
    /// <summary>The same for a page by its id; nothing where it is not there.</summary>
    public async Task<IReadOnlyList<LintFinding>> CheckAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == pageId, ct) is { } page ? await CheckAsync(page, ct) : [];
    }

    /// <summary>Findings, errors first, then in the page's order.</summary>
    public async Task<IReadOnlyList<LintFinding>> CheckAsync(Page page, CancellationToken ct)
    {
        var document = PageDocument.Parse(page.Document);
        var blocks = catalog.ReadAll(document.Blocks, page.Id).SelectMany(Flat).Select(b => new LintedBlock(b, BlockContents.Of(b.Block))).ToList();
        var linted = new LintedPage(page.PathKind, page.SubjectId, page.Theme, document, blocks, scope.TenantIdentifier, clock.GetUtcNow()) { Parts = PageParts.Of(page) };
        var findings = new List<LintFinding>();
        foreach (var rule in rules)
        {
            findings.AddRange(await rule.CheckAsync(linted, ct));
        }

        var places = blocks.Select((block, i) => (block.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.BlockId is null ? -1 : places.GetValueOrDefault(f.BlockId, int.MaxValue))];
    }

    private static IEnumerable<DrawnBlock> Flat(DrawnBlock block) => [block, .. block.Inner.SelectMany(Flat)];
}
