using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Library;

namespace AutoPortal.Pages.Tests.Library;

public sealed class NewPageFormTests
{
    private static readonly PageSubject Autumn = new(Guid.NewGuid(), "autumn", new("金秋团购", "Autumn offer"), new Dictionary<string, LocalText>())
    {
        Template = PageTemplates.GroupPurchase,
        Description = "人越多越便宜",
        DealerId = Guid.NewGuid(),
    };

    [Fact]
    public void Choosing_an_activity_fills_in_its_names_and_suggests_its_template()
    {
        var form = new NewPageForm();

        form.Take(Autumn);

        (form.Zh, form.En, form.Template).ShouldBe(("金秋团购", "Autumn offer", PageTemplates.GroupPurchase));
    }

    [Fact]
    public void What_was_typed_and_chosen_before_stays()
    {
        var form = new NewPageForm { Zh = "我的页面", Template = PageTemplates.Empty, HasChosenTemplate = true };

        form.Take(Autumn);

        (form.Zh, form.En, form.Template).ShouldBe(("我的页面", "Autumn offer", PageTemplates.Empty));
    }

    [Fact]
    public void The_page_takes_address_dealer_and_subject_from_the_activity()
    {
        var form = new NewPageForm { Kind = PagePaths.Activity, Zh = " 金秋 ", Slug = "typed-before" };

        var page = form.Page(Autumn);

        (page.Slug, page.SubjectId, page.DealerId, page.Title.Zh, page.Description.Zh).ShouldBe(("autumn", Autumn.Id, Autumn.DealerId, "金秋", "人越多越便宜"));
    }
}
