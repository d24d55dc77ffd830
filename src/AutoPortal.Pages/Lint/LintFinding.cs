namespace AutoPortal.Pages.Lint;

/// <summary>Something that a page should not go before the public with.</summary>
/// <param name="Code">Its words are the resource <c>lint.{code}</c>.</param>
/// <param name="Severity">An error keeps the page from being handed in.</param>
/// <param name="BlockId">Where; null for the page as a whole.</param>
/// <param name="Details">Values for the placeholders of the words.</param>
public sealed record LintFinding(string Code, LintSeverity Severity, string? BlockId = null, params object[] Details);

/// <summary>How much a finding weighs.</summary>
public enum LintSeverity
{
    /// <summary>Worth a look; it can be handed in all the same.</summary>
    Warning,

    /// <summary>It must be mended first.</summary>
    Error,
}
