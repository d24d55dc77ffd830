namespace AutoPortal.Pages.Lint.Rules;

/// <summary>Photographs say in words what they show, for those who do not see them.</summary>
internal sealed class PictureRule : ILintRule
{
    public Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<LintFinding>>(
        [
            .. page.Blocks
                .Where(b => b.Contents.Pictures.Any(p => p.Src is { Length: > 0 } && (p.Alt is null || p.Alt.IsEmpty)))
                .Select(b => new LintFinding("no_alt", LintSeverity.Warning, b.Id)),
        ]);
}
