using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>The words of kinds and their settings, from the module that owns the kind.</summary>
internal sealed class BlockWords(BlockCatalog catalog, IStringLocalizerFactory localizers, IStringLocalizer<PagesTexts> own)
{
    /// <summary>Name of a kind; its stored word where nobody registers it.</summary>
    public string Kind(string code) => Find(code, $"block.{code}") ?? code;

    /// <summary>One sentence on what a kind is for; empty where none was written.</summary>
    public string Hint(string code) => Find(code, $"block.{code}.hint") ?? "";

    /// <summary>Label of a setting.</summary>
    public string Field(string kind, string field) => FindField(kind, field) ?? field;

    /// <summary>The label, or null where nobody wrote one.</summary>
    public string? FindField(string kind, string field) => Find(kind, $"block.{kind}.{field}") ?? Written(own, $"field.{field}");

    /// <summary>Label of a stored word that can be chosen.</summary>
    public string Choice(string kind, string field, string word) => Find(kind, $"block.{kind}.{field}.{word}") ?? Written(own, $"choice.{word}") ?? word;

    private string? Find(string kind, string key)
        => (catalog.Find(kind)?.Hints.Texts is { } texts ? Written(localizers.Create(texts), key) : null) ?? Written(own, key);

    private static string? Written(IStringLocalizer texts, string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;
}
