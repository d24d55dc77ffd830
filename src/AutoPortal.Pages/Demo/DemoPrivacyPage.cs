using AutoPortal.Kernel.Modules;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Demo;

/// <summary>The privacy policy that activity pages of a demonstration link to.</summary>
internal sealed class DemoPrivacyPage(IPagePublishing pages, IPageDirectory directory) : IDemoSeed
{
    private const string Slug = "privacy";

    public int Order => 40;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await directory.FindAsync(PagePaths.Content, Slug, ct) is not null)
        {
            return;
        }

        var page = await pages.CreateAsync(new NewPage(PagePaths.Content, Slug, new("隐私政策", "Privacy policy")) { Template = PageTemplates.Privacy }, ct);
        if (page.IsOk)
        {
            await pages.PublishAsync(page.Value, ct);
        }
    }
}
