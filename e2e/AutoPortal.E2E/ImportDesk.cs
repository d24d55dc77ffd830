using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>What everybody who brings a file in does on the same screens.</summary>
internal static class ImportDesk
{
    /// <summary>Chooses a file in the open upload and sends it.</summary>
    public static async Task SendAsync(this IPage page, string name, byte[] content)
    {
        await page.SetInputFilesAsync("[role=dialog] input[type=file]", new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await page.ClickAsync("[role=dialog] button[type=submit]");
    }

    /// <summary>Brings a file as far as its check.</summary>
    /// <returns>The address of its run.</returns>
    public static async Task<string> BringAsync(this Visitor visitor, string kind, string name, byte[] content)
    {
        var page = visitor.Page;
        await page.GotoAsync($"/app/imports?new={kind}");
        await visitor.InteractiveAsync();
        await page.WaitForSelectorAsync("[role=dialog] form[data-upload]");
        await page.SendAsync(name, content);
        await page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        await visitor.InteractiveAsync();
        await page.WaitForSelectorAsync(".sample");
        await page.ClickAsync("button:has-text('检查文件')");
        await page.WaitForSelectorAsync("[data-outcome=created]", new() { Timeout = 60_000 });
        return page.Url;
    }

    /// <summary>Writes what was checked, and waits until it is done.</summary>
    public static async Task WriteAsync(this IPage page)
    {
        await page.ClickAsync("main button.primary:has-text('写入')");
        await page.WaitForSelectorAsync("main button:has-text('撤销整次导入')", new() { Timeout = 60_000 });
    }

    /// <summary>Figures of the present run by the code of what they count.</summary>
    public static async Task<Dictionary<string, int>> FiguresAsync(this IPage page, string code)
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in await page.Locator($"[data-{code}]").AllAsync())
        {
            figures[(await one.GetAttributeAsync($"data-{code}"))!] = int.Parse((await one.Locator(".figures, .big-figure").InnerTextAsync()).Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        }

        return figures;
    }
}
