using System.Globalization;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Contracts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Blocks;

/// <summary>Draws blocks as a page does: from their record, through the catalogue, inside the page's body.</summary>
public abstract class BlockStage : BunitContext
{
    protected BlockStage()
    {
        Services.AddLocalization();
        Services.AddGenericBlocks();
        Services.AddSingleton<BlockCatalog>();
        Services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
    }

    public static TheoryData<string> Kinds
        => [.. new ServiceCollection().AddGenericBlocks().BuildServiceProvider().GetServices<BlockKind>().Select(k => k.Code)];

    internal BlockCatalog Catalog => Services.GetRequiredService<BlockCatalog>();

    protected IRenderedComponent<PageBody> Draw(Block block, string language = PageLanguages.Chinese)
    {
        var kind = Catalog.Kinds.Single(k => k.BlockType == block.GetType());
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Render<PageBody>(page => page
            .Add(p => p.Context, Make.Context(language))
            .Add(p => p.Blocks, [new DrawnBlock(kind, block with { Id = "it" })]));
    }
}
