using Microsoft.Playwright;
using static AutoPortal.E2E.BuilderDesk;

namespace AutoPortal.E2E;

/// <summary>Somebody builds a page with mouse, keys and finger; a refresh and a colleague at the same page lose nothing.</summary>
[Collection(nameof(Portal))]
public sealed class AnEditorBuildsAPage(Portal portal)
{
    private const string Title = ".right [data-field=title] input";

    [Fact]
    public async Task Blocks_are_dragged_in_moved_by_keys_and_taken_back_after_a_refresh()
    {
        await using var editor = await OpenAsync(portal, "autumn-test-drive");
        var page = editor.Page;
        var before = await RowsAsync(page);
        (await editor.SeriousFindingsAsync()).ShouldBeEmpty();

        await DragAsync(page, "[data-kind-item=notice]", ".screen");
        await RowsBecomeAsync(page, before.Count + 1);
        var added = (await RowsAsync(page)).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem();
        await editor.PictureAsync("builder-dropped");

        await page.FocusAsync(".canvas");
        var place = (await RowsAsync(page)).ToList().IndexOf(added);
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await StandsAtAsync(page, added, place + 1);
        await page.Keyboard.PressAsync("Control+d");
        await RowsBecomeAsync(page, before.Count + 2);
        await page.Keyboard.PressAsync("Delete");
        await RowsBecomeAsync(page, before.Count + 1);

        await page.ReloadAsync();
        await ReadyAsync(page);
        foreach (var rows in new[] { before.Count + 2, before.Count + 1 })
        {
            await page.Keyboard.PressAsync("Control+z");
            await RowsBecomeAsync(page, rows);
        }

        await page.Keyboard.PressAsync("Control+z");
        await StandsAtAsync(page, added, place);
        await page.Keyboard.PressAsync("Control+z");
        await RowsBecomeAsync(page, before.Count);
        (await RowsAsync(page)).ShouldBe(before);
        editor.Done();
    }

    [Fact]
    public async Task Two_people_at_one_field_are_asked_which_words_stay()
    {
        await using var one = await OpenAsync(portal, "city-night-drive");
        await using var other = await OpenAsync(portal, "city-night-drive");
        await one.Page.Locator(".peers .peer").First.WaitForAsync();
        foreach (var page in new[] { one.Page, other.Page })
        {
            await page.ClickAsync(".pbo-row[data-id=top]");
            await page.WaitForSelectorAsync(".right [data-field=badge]");
        }

        // Whose words arrive before the other's are sent need not be asked about; typing at once again makes the two meet.
        IPage? asked = null;
        var words = ("", "");
        for (var attempt = 1; asked is null && attempt <= 6; attempt++)
        {
            words = ($"甲写的标题{attempt}", $"乙写的标题{attempt}");
            await Task.WhenAll(one.Page.Locator(Title).First.FillAsync(words.Item1), other.Page.Locator(Title).First.FillAsync(words.Item2));
            asked = await AskedAsync(one.Page, other.Page);
        }

        asked.ShouldNotBeNull();
        await one.PictureAsync("builder-conflict-one");
        await other.PictureAsync("builder-conflict-other");
        await asked.ClickAsync("[role=dialog] .btn.primary");

        var kept = asked == one.Page ? words.Item1 : words.Item2;
        foreach (var page in new[] { one.Page, other.Page })
        {
            await page.WaitForSelectorAsync($".pbo-row[data-id=top] .pbo-words:text-is('{kept}')");
        }

        one.Done();
        other.Done();
    }

    [Fact]
    public async Task Blocks_are_copied_from_one_tab_into_another()
    {
        await using var editor = await OpenAsync(portal, "summer-family-day");
        var page = editor.Page;
        await page.ClickAsync(".pbo-row >> nth=2");
        await page.WaitForTimeoutAsync(500);
        await page.Keyboard.PressAsync("Control+c");
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(page.Url).AbsolutePath);
        await ReadyAsync(second);
        var before = (await RowsAsync(second)).Count;

        await second.FocusAsync(".canvas");
        await second.Keyboard.PressAsync("Control+v");

        await RowsBecomeAsync(second, before + 1);
        await RowsBecomeAsync(page, before + 1);
        editor.Done();
    }

    [Fact]
    public async Task A_finger_drags_a_block_out_of_the_sheet_onto_the_page()
    {
        await using var editor = await OpenAsync(portal, "autumn-test-drive", onPhone: true);
        var page = editor.Page;
        var before = (await RowsAsync(page)).Count;
        await page.ClickAsync("[data-sheet-open=palette]");
        var item = await page.Locator("[data-kind-item=rich_text]").BoundingBoxAsync();
        var finger = await page.Context.NewCDPSessionAsync(page);

        await TouchAsync(finger, "touchStart", item!.X + 60, item.Y + 20);
        await page.WaitForTimeoutAsync(450);
        for (var i = 0; i < 10; i++)
        {
            await TouchAsync(finger, "touchMove", item.X + 60, item.Y + 20 - ((item.Y - 300) * i / 9));
            await page.WaitForTimeoutAsync(30);
        }

        await editor.PictureAsync("builder-phone-drag");
        await TouchAsync(finger, "touchEnd");
        await RowsBecomeAsync(page, before + 1);
        editor.Done();
    }

    private static async Task<IPage?> AskedAsync(params IPage[] pages)
    {
        for (var look = 0; look < 40; look++)
        {
            foreach (var page in pages)
            {
                if (await page.Locator("[role=dialog] .conflict").IsVisibleAsync())
                {
                    return page;
                }
            }

            await Task.Delay(100);
        }

        return null;
    }

    private static Task TouchAsync(ICDPSession finger, string type, double x = 0, double y = 0)
        => finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = type == "touchEnd" ? Array.Empty<object>() : new object[] { new { x, y } } });
}
