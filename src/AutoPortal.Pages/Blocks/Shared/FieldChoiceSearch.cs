using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Shared;

internal static class FieldChoiceSearch
{
    /// <summary>Whether name or code contains the words; no words are answered by all.</summary>
    public static bool Answers(this FieldChoice choice, string words)
        => choice.Name.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase) || choice.Value.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase);
}
