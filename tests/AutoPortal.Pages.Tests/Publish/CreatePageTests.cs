using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Publish;

namespace AutoPortal.Pages.Tests.Publish;

public sealed class CreatePageTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task Two_pages_of_a_tenant_never_share_an_address_but_two_tenants_may()
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);
        await using var other = pages.Tenant(PagesPermissions.Edit);

        (await tenant.Get<CreatePage>().RunAsync(Make.NewPage(), default)).IsOk.ShouldBeTrue();
        (await tenant.Get<CreatePage>().RunAsync(Make.NewPage(), default)).Refusal.ShouldBe(PageRefusals.SlugIsTaken);
        (await other.Get<CreatePage>().RunAsync(Make.NewPage(), default)).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Autumn")]
    [InlineData("-autumn")]
    [InlineData("au tumn")]
    [InlineData("../etc")]
    [InlineData("金秋")]
    [InlineData("autumn\n")]
    public async Task A_slug_that_is_no_clean_word_is_refused(string slug)
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);

        (await tenant.Get<CreatePage>().RunAsync(Make.NewPage(slug), default)).Refusal.ShouldBe(PageRefusals.SlugIsMalformed);
    }

    [Fact]
    public async Task A_document_that_is_none_is_refused_with_the_reason()
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);

        var outcome = await tenant.Get<CreatePage>().RunAsync(Make.NewPage(document: "{"), default);

        outcome.Refusal!.Code.ShouldBe("pages.document_is_malformed");
        outcome.Refusal.Details.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_template_and_an_impossible_theme_are_refused()
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);
        var create = tenant.Get<CreatePage>();

        (await create.RunAsync(Make.NewPage() with { Template = "nope" }, default)).Refusal.ShouldBe(PageRefusals.TemplateIsUnknown);
        (await create.RunAsync(Make.NewPage() with { Theme = new PageTheme("red") }, default)).Refusal.ShouldBe(PageRefusals.ThemeIsMalformed);
    }

    [Fact]
    public async Task Nobody_makes_a_page_without_the_permission()
    {
        await using var tenant = pages.Tenant();

        (await tenant.Get<CreatePage>().RunAsync(Make.NewPage(), default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Pages_are_found_by_what_they_are_about()
    {
        await using var tenant = pages.Tenant(PagesPermissions.Edit);
        var subject = Kernel.Ids.New(TimeProvider.System);
        await tenant.Get<CreatePage>().RunAsync(Make.NewPage("b", subject: subject), default);
        await tenant.Get<CreatePage>().RunAsync(Make.NewPage("a", subject: subject), default);
        await tenant.Get<CreatePage>().RunAsync(Make.NewPage("c"), default);

        var found = await tenant.Get<IPageDirectory>().ListBySubjectAsync([subject], default);

        found.Select(p => p.Slug).ShouldBe(["a", "b"]);
    }
}
