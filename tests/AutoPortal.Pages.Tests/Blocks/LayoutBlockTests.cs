using AutoPortal.Pages.Blocks.Columns;
using AutoPortal.Pages.Blocks.Notice;
using AutoPortal.Pages.Blocks.Tabs;
using AutoPortal.Pages.Contracts;
using Bunit;

namespace AutoPortal.Pages.Tests.Blocks;

public sealed class LayoutBlockTests : BlockStage
{
    [Fact]
    public void The_first_tab_is_open_and_every_tab_has_its_radio_button()
    {
        var tabs = Draw(new TabsBlock(), [In(new TabBlock { Id = "a", Title = "外观" }, "一"), In(new TabBlock { Id = "b", Title = "内饰" }, "二")]);

        tabs.FindAll("input[type=radio]").Select(r => r.GetAttribute("name")).ShouldBe(["it-tab", "it-tab"]);
        tabs.FindAll("input[type=radio]").Select(r => r.HasAttribute("checked")).ShouldBe([true, false]);
        tabs.FindAll("label").Select(l => (l.GetAttribute("for"), l.TextContent)).ShouldBe([("a-pick", "外观"), ("b-pick", "内饰")]);
        tabs.FindAll(".pg-tabs__panels > .pg-tab").Select(t => t.TextContent.Trim()).ShouldBe(["一", "二"]);
    }

    [Fact]
    public void Tabs_and_columns_without_anything_are_not_shown()
    {
        Draw(new TabsBlock()).FindAll("section").ShouldBeEmpty();
        Draw(new ColumnsBlock()).FindAll("section").ShouldBeEmpty();
    }

    [Fact]
    public void Columns_stand_in_their_order_and_take_the_widths_that_were_chosen()
    {
        var columns = Draw(new ColumnsBlock { Widths = "wide_first", Align = "center", IsPairedOnPhone = true }, [In(new ColumnBlock { Id = "l" }, "左"), In(new ColumnBlock { Id = "r", Ground = "card" }, "右")]);

        columns.Find("#it").ClassName.ShouldBe("pg-block pg-columns pg-columns--wide-first pg-columns--center pg-columns--paired");
        columns.FindAll(".pg-column").Select(c => c.TextContent.Trim()).ShouldBe(["左", "右"]);
        columns.Find("#r").ClassName!.ShouldContain("pg-card");
    }

    [Fact]
    public void Parts_stand_only_where_they_belong_and_bars_in_no_part()
    {
        Catalog.Find("tab")!.Hints.OnlyIn.ShouldBe(["tabs"]);
        Catalog.Find("column")!.Hints.OnlyIn.ShouldBe(["columns"]);
        new[] { "hero", "footer", "sticky_action", "share_settings" }.ShouldAllBe(kind => Catalog.Find(kind)!.Hints.OnlyOnPage);
    }

    private DrawnBlock In(Block container, string words)
        => new(Catalog.Of(container), container, [new DrawnBlock(Catalog.Find("notice")!, new NoticeBlock { Id = container.Id + "-words", Text = words })]);
}
