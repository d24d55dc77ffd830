using System.Globalization;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Public;

/// <summary>What the script must know to tell what visitors do here. It is the same for everybody, like the page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Version">Its published version.</param>
/// <param name="Address">Where it is told to.</param>
/// <param name="Blocks">Ids of the blocks, in the order of the page, with spaces between them.</param>
internal sealed record ToldPage(string Page, string Version, string Address, string Blocks)
{
    public static ToldPage Of(PageView page)
        => new(
            page.Context.PageId.ToString(),
            page.Version.ToString(CultureInfo.InvariantCulture),
            $"/{page.Context.TenantIdentifier}/collect",
            string.Join(' ', page.Blocks.SelectMany(WithInner).Select(b => b.Block.Id).Where(id => id.Length > 0)));

    private static IEnumerable<DrawnBlock> WithInner(DrawnBlock block) => block.Inner.SelectMany(WithInner).Prepend(block);
}
