using Microsoft.Playwright;
using static AutoPortal.E2E.BuilderDesk;

namespace AutoPortal.E2E;

/// <summary>What hands do in the builder beside simple dragging: into columns, out by the outline, in a text, and while the line is down.</summary>
[Collection(nameof(Portal))]
public sealed class AnEditorsHands(Portal portal)
{
    [Fact]
    public async Task A_block_is_dragged_into_a_column_and_by_the_outline_into_the_other()
    {
        await using var editor = await OpenAsync(portal, "autumn-test-drive");
        var page = editor.Page;
        var before = await RowsAsync(page);
        await page.ClickAsync(".pbo-row >> nth=1");
        await page.ClickAsync("[data-kind-item=columns]");
        // Two columns, each with a picture and a text.
        await RowsBecomeAsync(page, before.Count + 7);
        var fresh = (await RowsAsync(page)).Except(before, StringComparer.Ordinal).ToList();
        var (left, right) = (fresh[1], fresh[4]);
        await page.WaitForSelectorAsync($".canvas [data-block={right}]");

        await DragAsync(page, "[data-kind-item=notice]", $".canvas [data-block={fresh[3]}]", isInside: true);
        await RowsBecomeAsync(page, before.Count + 8);
        var dropped = (await RowsAsync(page)).Except(before, StringComparer.Ordinal).Except(fresh, StringComparer.Ordinal).ShouldHaveSingleItem();
        await page.WaitForSelectorAsync($".canvas [data-block={left}] [data-block={dropped}]");
        await editor.PictureAsync("builder-column");

        await DragAsync(page, $".pbo-row[data-id={dropped}]", $".pbo-row[data-id={right}]", isInside: true);

        await page.WaitForSelectorAsync($".canvas [data-block={right}] [data-block={dropped}]");
        editor.Done();
    }

    [Fact]
    public async Task A_text_is_written_and_made_bold_and_a_colleagues_paragraph_stays()
    {
        await using var editor = await OpenAsync(portal, "city-night-drive");
        await using var colleague = await OpenAsync(portal, "city-night-drive");
        var page = editor.Page;
        await page.ClickAsync(".pbo-row >> nth=1");
        var before = await RowsAsync(page);
        await page.ClickAsync("[data-kind-item=rich_text]");
        await RowsBecomeAsync(page, before.Count + 1);
        var text = (await RowsAsync(page)).Except(before, StringComparer.Ordinal).ShouldHaveSingleItem();
        await WriteAsync(page, text, "第一段\n第二段");
        await page.WaitForSelectorAsync($".canvas [data-block={text}] p:has-text('第二段')");
        await colleague.Page.WaitForSelectorAsync($".canvas [data-block={text}] p:has-text('第二段')");

        // The colleague is still inside the text when the second paragraph comes in, and writes on.
        await SelectAsync(colleague.Page, text);
        await colleague.Page.FocusAsync(".rich-text");
        await SelectAsync(page, text);
        await page.ClickAsync(".rich-text p >> nth=1");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.ClickAsync("[data-rich-act=bold]");
        await colleague.Page.WaitForSelectorAsync($".canvas [data-block={text}] strong:has-text('第二段')");
        await colleague.Page.ClickAsync(".rich-text p >> nth=0");
        await colleague.Page.Keyboard.PressAsync("End");
        await colleague.Page.Keyboard.TypeAsync("写完了");

        foreach (var screen in new[] { page, colleague.Page })
        {
            await screen.WaitForSelectorAsync($".canvas [data-block={text}] p:has-text('第一段写完了')");
            await screen.WaitForSelectorAsync($".canvas [data-block={text}] strong:has-text('第二段')");
        }

        editor.Done();
        colleague.Done();
    }

    [Fact]
    public async Task What_is_done_while_the_line_is_down_is_saved_when_it_is_back()
    {
        var line = new Line();
        await using var editor = await OpenAsync(portal, "summer-family-day", line: line);
        var page = editor.Page;
        var before = await RowsAsync(page);
        await page.ClickAsync(".pbo-row >> nth=2");

        await line.CutAsync();
        await page.FocusAsync(".canvas");
        await page.Keyboard.PressAsync("Control+d");
        await page.WaitForSelectorAsync(".builder[data-saving=offline]", new() { Timeout = 20_000 });
        await editor.PictureAsync("builder-offline");
        line.Mend();

        await RowsBecomeAsync(page, before.Count + 1);
        await page.WaitForSelectorAsync(".builder[data-saving=saved]");
        await page.ReloadAsync();
        await ReadyAsync(page);
        (await RowsAsync(page)).Count.ShouldBe(before.Count + 1);
        editor.Done();
    }

    private static async Task SelectAsync(IPage page, string block)
    {
        await page.ClickAsync($".pbo-row[data-id={block}]");
        await page.WaitForSelectorAsync(".rich-text");
    }

    private static async Task WriteAsync(IPage page, string block, string words)
    {
        await SelectAsync(page, block);
        await page.ClickAsync(".rich-text");
        await page.Keyboard.PressAsync("Control+a");
        foreach (var (line, i) in words.Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
            {
                await page.Keyboard.PressAsync("Enter");
            }

            await page.Keyboard.TypeAsync(line);
        }
    }
}
