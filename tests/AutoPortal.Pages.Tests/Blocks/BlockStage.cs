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
        Services.AddSingleton<IOrganisation>(new KnownDealers());
    }

    public static TheoryData<string> Kinds
        => [.. new ServiceCollection().AddGenericBlocks().BuildServiceProvider().GetServices<BlockKind>().Select(k => k.Code)];

    internal BlockCatalog Catalog => Services.GetRequiredService<BlockCatalog>();

    protected IRenderedComponent<PageBody> Draw(Block block, string language = PageLanguages.Chinese)
        => Draw(block, [], Make.Context(language));

    protected IRenderedComponent<PageBody> Draw(Block block, IReadOnlyList<DrawnBlock> inner)
        => Draw(block, inner, Make.Context());

    /// <summary>As the author sees it on the canvas.</summary>
    protected IRenderedComponent<PageBody> Preview(Block block)
        => Draw(block, [], Make.Context() with { IsPreview = true });

    private IRenderedComponent<PageBody> Draw(Block block, IReadOnlyList<DrawnBlock> inner, BlockContext context)
    {
        var kind = Catalog.Kinds.Single(k => k.BlockType == block.GetType());
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(context.Language);
        return Render<PageBody>(page => page
            .Add(p => p.Context, context)
            .Add(p => p.Blocks, [new DrawnBlock(kind, block with { Id = "it" }, inner)]));
    }
}
