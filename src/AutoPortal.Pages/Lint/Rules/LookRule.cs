using AutoPortal.Pages.Blocks.Countdown;
using AutoPortal.Pages.Themes;

namespace AutoPortal.Pages.Lint.Rules;

/// <summary>What spoils a page without being wrong: a brand colour that has to be bent to be readable, a countdown that is over.</summary>
internal sealed class LookRule : ILintRule
{
    private const double Readable = 3;

    public Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct) => Task.FromResult<IReadOnlyList<LintFinding>>([.. Check(page)]);

    private static IEnumerable<LintFinding> Check(LintedPage page)
    {
        if (ThemeColor.TryParse(page.Theme?.Brand, out var brand) && brand.ContrastWith(ThemeColor.White) < Readable)
        {
            yield return new("pale_brand", LintSeverity.Warning, null, page.Theme!.Brand, Math.Round(brand.ContrastWith(ThemeColor.White), 1));
        }

        foreach (var over in page.Blocks.Where(b => b.Drawn.Block is CountdownBlock { EndsAt: { } at } && at <= page.Now))
        {
            yield return new("countdown_over", LintSeverity.Warning, over.Id);
        }
    }
}
