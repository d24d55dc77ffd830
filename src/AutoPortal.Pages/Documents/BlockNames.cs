using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Documents;

/// <summary>What kinds of blocks are called, in the reader's language.</summary>
internal sealed class BlockNames(BlockCatalog catalog, IStringLocalizerFactory texts)
{
    /// <summary>The kind's name; the stored word where nobody registers it or named it.</summary>
    public string Of(string kind)
    {
        var name = texts.Create(catalog.Find(kind)?.Hints.Texts ?? typeof(PagesTexts))[$"block.{kind}"];
        return name.ResourceNotFound ? kind : name.Value;
    }
}
