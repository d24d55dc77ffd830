using System.Globalization;
using AutoPortal.Pages.Lint.Weight;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Lint.Rules;

/// <summary>A phone on the road loads what a page weighs: its drawn HTML, the pictures in the width it takes, the posters of films.</summary>
internal sealed class WeightRule(PageScale scale, IOptions<PagesOptions> options) : ILintRule
{
    private const int Named = 3;
    private const int Kilobyte = 1024;

    public async Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct)
    {
        if (page.Parts is not { } parts)
        {
            return [];
        }

        var weight = await scale.WeighAsync(parts, [.. page.Blocks.Select(b => b.Id)], ct);
        var budget = options.Value.PageBudgetKilobytes;
        if (weight.Bytes <= budget * (long)Kilobyte)
        {
            return [];
        }

        var heaviest = string.Join(" · ", weight.Parts.Take(Named).Select(p => string.Create(CultureInfo.InvariantCulture, $"{(p.Name.Length > 0 ? p.Name : "HTML")} {Kilobytes(p.Bytes)} kB")));
        return [new("heavy_page", LintSeverity.Warning, weight.Parts[0].BlockId, Kilobytes(weight.Bytes), budget, heaviest)];
    }

    private static long Kilobytes(long bytes) => (bytes + Kilobyte - 1) / Kilobyte;
}
