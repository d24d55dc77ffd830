using AutoPortal.Pages.Blocks.Footer;
using AutoPortal.Pages.Blocks.Rules;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Lint.Rules;

/// <summary>An activity's page states its rules, and whoever asks for personal data says what becomes of it (domain language §16).</summary>
internal sealed class RequiredPartsRule : ILintRule
{
    public Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct) => Task.FromResult(Check(page));

    private static IReadOnlyList<LintFinding> Check(LintedPage page)
    {
        if (page.Blocks.Count == 0)
        {
            return [new("empty", LintSeverity.Error)];
        }

        var findings = new List<LintFinding>();
        var isActivity = string.Equals(page.PathKind, PagePaths.Activity, StringComparison.Ordinal);
        if (isActivity && !page.Blocks.Any(b => b.Drawn.Block is RulesBlock rules && HasBody(rules)))
        {
            findings.Add(new("no_rules", LintSeverity.Error));
        }

        var form = page.Blocks.FirstOrDefault(b => b.IsForm);
        if (!page.Blocks.Any(b => b.Drawn.Block is FooterBlock footer && !string.IsNullOrWhiteSpace(footer.PrivacyHref)))
        {
            findings.Add(new("no_privacy", form is null ? LintSeverity.Warning : LintSeverity.Error, form?.Id));
        }

        if (form is { Kind: "sign_up" } && page.SubjectId is null)
        {
            findings.Add(new("form_without_activity", LintSeverity.Error, form.Id));
        }

        return findings;
    }

    private static bool HasBody(RulesBlock rules) => rules.Body.Parts.SelectMany(p => p.Runs.Concat(p.Items.SelectMany(i => i))).Any(r => !string.IsNullOrWhiteSpace(r.Text));
}
