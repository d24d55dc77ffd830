using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Publish;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Publish;

public sealed class PublishPageTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task What_was_published_is_a_version_of_its_own_and_others_are_told()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var publishing = tenant.Get<IPagePublishing>();
        var id = (await publishing.CreateAsync(Make.NewPage(document: Make.Document(Make.Notice("第一版"))), default)).Value;

        (await publishing.PublishAsync(id, default)).IsOk.ShouldBeTrue();
        (await publishing.PublishAsync(id, default)).IsOk.ShouldBeTrue();

        var shown = await tenant.ReadAsync<PagesDb, Pages.Domain.PublishedPage>(db => db.PublishedPages.SingleAsync());
        shown.Version.ShouldBe(2);
        shown.Document.ShouldContain("第一版");
        (await tenant.ReadAsync<PagesDb, int>(db => db.PageVersions.CountAsync())).ShouldBe(2);
        (await tenant.SentAsync<PagesDb>()).Select(m => m.Type).ShouldBe(["pages.page_published", "pages.page_published"]);
    }

    [Fact]
    public async Task A_withdrawn_page_is_gone_and_comes_back_with_the_next_publication()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var publishing = tenant.Get<IPagePublishing>();
        var id = (await publishing.CreateAsync(Make.NewPage(), default)).Value;
        await publishing.PublishAsync(id, default);

        (await publishing.WithdrawAsync(id, default)).IsOk.ShouldBeTrue();
        (await tenant.Get<IPageDirectory>().FindAsync("a", "autumn", default))!.IsPublished.ShouldBeFalse();
        await publishing.PublishAsync(id, default);

        (await tenant.Get<IPageDirectory>().FindAsync("a", "autumn", default))!.IsPublished.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_publishes_without_the_permission()
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);
        var id = (await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(), default)).Value;

        (await tenant.Get<PublishPage>().RunAsync(id, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await tenant.Get<WithdrawPage>().RunAsync(id, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await tenant.SentAsync<PagesDb>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_tenants_page_does_not_exist_here()
    {
        await using var other = pages.Tenant(PagesPermissions.All);
        var id = (await other.Get<IPagePublishing>().CreateAsync(Make.NewPage(), default)).Value;
        await using var tenant = pages.Tenant(PagesPermissions.All);

        (await tenant.Get<PublishPage>().RunAsync(id, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await tenant.Get<WithdrawPage>().RunAsync(id, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await tenant.Get<IPageDirectory>().FindAsync("a", "autumn", default)).ShouldBeNull();
    }
}
