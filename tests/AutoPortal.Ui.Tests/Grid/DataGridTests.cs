using AutoPortal.Kernel.Paging;
using AutoPortal.Ui.Grid;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Ui.Tests.Grid;

public sealed class DataGridTests : UiContext
{
    private readonly List<PageRequest> _asked = [];

    [Fact]
    public void Rows_and_their_number_are_shown()
    {
        var grid = Show(_ => Rows("甲", "乙"));

        Names(grid).ShouldBe(["甲", "乙"]);
        grid.Find("[role=status]").TextContent.ShouldBe("共 2 条");
    }

    [Fact]
    public void A_list_whose_rows_lead_nowhere_takes_the_focus_itself_so_that_keys_scroll_it()
    {
        Show(_ => Rows("甲")).Find(".scroll").GetAttribute("tabindex").ShouldBe("-1");

        var plain = Render<DataGrid<Row>>(grid => grid.Add(g => g.Load, _ => Task.FromResult(Rows("甲"))).Add(g => g.Label, "全部行"));

        plain.Find(".scroll[role=group][aria-label=全部行]").GetAttribute("tabindex").ShouldBe("0");
    }

    [Fact]
    public void The_next_page_begins_after_the_last_row_and_stands_in_the_address()
    {
        var grid = Show(request => request.After is null ? Rows("甲") with { NextAfter = "k1" } : Rows("乙"));

        grid.Find("[aria-label=下一页]").Click();

        Names(grid).ShouldBe(["乙"]);
        _asked[^1].After.ShouldBe("k1");
        Navigation.Uri.ShouldEndWith("?after=k1&page=2");
    }

    [Fact]
    public void A_list_that_counts_itself_with_its_first_page_keeps_the_number_on_the_next()
    {
        var grid = Show(request => request.After is null ? Rows("甲") with { NextAfter = "k1", Total = 2 } : Rows("乙") with { Total = null });

        grid.Find("[aria-label=下一页]").Click();

        grid.Find("[role=status]").TextContent.ShouldBe("共 2 条");
    }

    [Fact]
    public void The_page_before_is_the_one_that_was_seen()
    {
        var grid = Show(request => Rows("甲") with { NextAfter = request.After switch { null => "k1", "k1" => "k2", _ => null } });
        grid.Find("[aria-label=下一页]").Click();
        grid.Find("[aria-label=下一页]").Click();

        grid.Find("[aria-label=上一页]").Click();

        _asked[^1].After.ShouldBe("k1");
        grid.Find(".number").TextContent.ShouldBe("第 2 页");
    }

    [Fact]
    public void A_page_opened_by_its_address_goes_back_to_the_beginning()
    {
        Navigation.NavigateTo("/leads?after=k7&page=8");
        var grid = Show(_ => Rows("甲"));
        _asked[^1].After.ShouldBe("k7");

        grid.Find("[aria-label=上一页]").Click();

        _asked[^1].After.ShouldBeNull();
        Navigation.Uri.ShouldEndWith("/leads");
    }

    [Fact]
    public void A_heading_sorts_up_then_down_then_not_at_all()
    {
        var grid = Show(_ => Rows("甲"));

        foreach (var (address, sort, descending, spoken) in new[] { ("?sort=name", "name", false, "ascending"), ("?sort=-name", "name", true, "descending"), ("", null, false, "none") })
        {
            grid.Find("button.sort").Click();

            new Uri(Navigation.Uri).Query.ShouldBe(address);
            (_asked[^1].Sort, _asked[^1].Descending).ShouldBe((sort, descending));
            grid.Find("th").GetAttribute("aria-sort").ShouldBe(spoken);
        }
    }

    [Fact]
    public void Search_filters_and_sort_are_read_from_the_address()
    {
        Navigation.NavigateTo("/leads?q=%20王%20&sort=-name&f.state=new&tab=mine");

        Show(_ => Rows("甲"));

        var asked = _asked.ShouldHaveSingleItem();
        (asked.Search, asked.Sort, asked.Descending).ShouldBe(("王", "name", true));
        asked.Filters.ShouldBe(new Dictionary<string, string> { ["state"] = "new" });
    }

    [Fact]
    public void Choosing_a_filter_starts_again_and_leaves_the_rest_of_the_address()
    {
        Navigation.NavigateTo("/leads?tab=mine&after=k1&page=2");
        var grid = Show(_ => Rows("甲"));

        grid.FindAll(".menu-item").ShouldBeEmpty();
        grid.Find(".chip + .menu").TriggerEvent("ontoggle", EventArgs.Empty);
        grid.FindAll(".menu-item").Single(item => item.TextContent == "新线索").Click();

        new Uri(Navigation.Uri).Query.ShouldBe("?tab=mine&f.state=new");
        _asked[^1].After.ShouldBeNull();
        grid.Find(".chip.on").TextContent.Trim().ShouldBe("状态：新线索");
    }

    [Fact]
    public void Going_back_in_the_browser_shows_what_was_there()
    {
        var grid = Show(request => request.Sort is null ? Rows("甲") : Rows("乙"));
        grid.Find("button.sort").Click();

        Navigation.NavigateTo("/");

        grid.WaitForAssertion(() => Names(grid).ShouldBe(["甲"]));
    }

    [Fact]
    public void Typing_searches_once_the_person_pauses()
    {
        var grid = Show(_ => Rows("甲"));

        grid.Find("input[type=search]").Input("王");
        grid.Find("input[type=search]").Input("王晓");
        _asked.Count.ShouldBe(1);
        Clock.Advance(TimeSpan.FromMilliseconds(300));

        grid.WaitForAssertion(() => _asked.Count.ShouldBe(2));
        _asked[^1].Search.ShouldBe("王晓");
    }

    [Fact]
    public void An_empty_list_teaches_and_a_narrowed_one_offers_to_widen()
    {
        Show(_ => Page<Row>.Empty).Markup.ShouldContain("先发布一个活动");

        Navigation.NavigateTo("/?q=x");
        var narrowed = Show(_ => Page<Row>.Empty);
        narrowed.Markup.ShouldContain("没有符合条件的结果");
        narrowed.FindAll("button").Last(button => button.TextContent == "清除条件").Click();

        new Uri(Navigation.Uri).Query.ShouldBe("");
    }

    [Fact]
    public void A_refused_list_says_so_and_asks_for_nothing()
    {
        var grid = Show(_ => Rows("甲"), refused: true);

        grid.Markup.ShouldContain("你的角色不能查看这里");
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_that_fails_can_be_tried_again()
    {
        var broken = true;
        var grid = Show(_ => broken ? throw new InvalidOperationException("away") : Rows("甲"));
        grid.Markup.ShouldContain("列表没有加载出来");

        broken = false;
        grid.FindAll("button").Single(button => button.TextContent == "重试").Click();

        Names(grid).ShouldBe(["甲"]);
    }

    [Fact]
    public async Task A_late_answer_to_an_earlier_question_is_dropped()
    {
        var first = new TaskCompletionSource<Page<Row>>();
        var grid = Show(request => request.Sort is null ? first.Task : Task.FromResult(Rows("新")));
        grid.Find("button.sort").Click();

        await grid.InvokeAsync(() => first.SetResult(Rows("旧")));

        Names(grid).ShouldBe(["新"]);
    }

    [Fact]
    public void Bones_stand_in_while_the_page_is_only_prerendered()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var grid = Show(_ => Rows("甲"));

        grid.FindAll(".bone").ShouldNotBeEmpty();
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_column_opens_the_row()
    {
        Row? opened = null;
        var grid = Show(_ => Rows("甲", "乙"), open: row => opened = row);

        grid.FindAll("[data-open]")[1].Click();

        opened.ShouldBe(new Row(1, "乙"));
    }

    [Fact]
    public void The_columns_chosen_last_time_are_shown_again()
    {
        JSInterop.Setup<string?>("autoportal.columns", "leads").SetResult("number");

        var grid = Show(_ => Rows("甲"));

        grid.FindAll("th").Select(heading => heading.TextContent.Trim()).ShouldBe(["姓名", "编号"]);
    }

    [Fact]
    public async Task A_reload_marks_the_rows_that_are_new()
    {
        var rows = Rows("甲");
        var grid = Show(_ => rows);

        rows = new Page<Row>([new Row(7, "刚到"), new Row(0, "甲")], null);
        await grid.InvokeAsync(grid.Instance.ReloadAsync);

        grid.FindAll("tr.fresh").ShouldHaveSingleItem().TextContent.ShouldContain("刚到");
    }

    private static List<string> Names(IRenderedComponent<DataGrid<Row>> grid)
        => [.. grid.FindAll("[data-open]").Select(cell => cell.TextContent.Trim())];

    private static Page<Row> Rows(params string[] names) => new([.. names.Select((name, n) => new Row(n, name))], null, names.Length);

    private IRenderedComponent<DataGrid<Row>> Show(Func<PageRequest, Page<Row>> load, bool refused = false, Action<Row>? open = null)
        => Show(request => Task.FromResult(load(request)), refused, open);

    private IRenderedComponent<DataGrid<Row>> Show(Func<PageRequest, Task<Page<Row>>> load, bool refused = false, Action<Row>? open = null)
        => Render<DataGrid<Row>>(grid => grid
            .Add(g => g.Load, request =>
            {
                _asked.Add(request);
                return load(request);
            })
            .Add(g => g.Searchable, true)
            .Add(g => g.Refused, refused)
            .Add(g => g.ExportList, "leads")
            .Add(g => g.Key, row => row.Id)
            .Add(g => g.OnOpen, row => open?.Invoke(row))
            .Add(g => g.Empty, "先发布一个活动")
            .Add<GridFilter>(g => g.Filters!, filter => filter
                .Add(f => f.Name, "state")
                .Add(f => f.Title, "状态")
                .Add(f => f.Options, [new FilterOption("new", "新线索"), new FilterOption("lost", "已战败")]))
            .Add(g => g.Columns, builder =>
            {
                builder.OpenComponent<Column<Row>>(0);
                builder.AddComponentParameter(1, "Title", "姓名");
                builder.AddComponentParameter(2, "For", (Func<Row, object?>)(row => row.Name));
                builder.AddComponentParameter(3, "Sort", "name");
                builder.CloseComponent();
                builder.OpenComponent<Column<Row>>(4);
                builder.AddComponentParameter(5, "Title", "编号");
                builder.AddComponentParameter(6, "For", (Func<Row, object?>)(row => row.Id));
                builder.AddComponentParameter(7, "Name", "number");
                builder.AddComponentParameter(8, "Optional", true);
                builder.CloseComponent();
            }));

    public sealed record Row(int Id, string Name);
}
