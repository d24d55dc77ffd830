using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AutoPortal.Bench.Portal;

/// <summary>A person of the demonstration with a browser of their own, at the screens of imports and exports.</summary>
internal sealed partial class Clerk : IAsyncDisposable
{
    private const float Patience = 120_000;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;

    private Clerk(IPlaywright playwright, IBrowser browser, IPage page, string address) => (_playwright, _browser, Page, _address) = (playwright, browser, page, address);

    public IPage Page { get; }

    public static async Task<Clerk> SitDownAsync(string person, string address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var page = await browser.NewPageAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 900 } });
        page.SetDefaultTimeout(Patience);
        var clerk = new Clerk(playwright, browser, page, address);
        await page.GotoAsync(address + "/signin?returnUrl=%2Fapp");
        await page.FillAsync("input[name=userName]", person);
        await page.FillAsync("input[type=password]", SignIn.Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        return clerk;
    }

    /// <summary>Opens a screen and waits until a click is answered.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(_address + path);
        await Page.WaitForSelectorAsync("[data-interactive]", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Sends a file by the form.</summary>
    /// <returns>Its run, whose screen is open.</returns>
    public async Task<Guid> UploadAsync(string kind, string path)
    {
        await GoAsync($"/app/imports?new={kind}");
        await Page.SetInputFilesAsync("[role=dialog] input[type=file]", path);
        await Page.ClickAsync("[role=dialog] button[type=submit]");
        await Page.WaitForURLAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
        await Page.WaitForSelectorAsync("[data-interactive]", new() { State = WaitForSelectorState.Attached });
        await Page.WaitForSelectorAsync(".sample");
        return Guid.Parse(Page.Url.Split('/')[^1]);
    }

    public async Task CheckAsync()
    {
        if (await Page.Locator("select[name=brand]").CountAsync() > 0)
        {
            await Page.SelectOptionAsync("select[name=brand]", new SelectOptionValue { Index = 1 });
        }

        await PressAsync("检查文件");
    }

    public Task PressAsync(string words) => Page.ClickAsync($"main button:has-text('{words}')");

    public async Task UndoAsync()
    {
        await PressAsync("撤销整次导入");
        await Page.ClickAsync("[role=dialog] button.solid");
    }

    /// <summary>Rows done, as the screen says now; null while it says nothing of them.</summary>
    public async Task<int?> ProgressAsync()
        => await Page.QuerySelectorAsync(".work .figures") is { } figures && Count().Match(await figures.TextContentAsync() ?? "") is { Success: true } found
            ? int.Parse(found.Groups["done"].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>Orders the open list as a workbook.</summary>
    /// <param name="list">The screen.</param>
    /// <param name="without">A column to leave out.</param>
    /// <param name="reason">Why; finds the order again.</param>
    public async Task OrderAsync(string list, string without, string reason)
    {
        await GoAsync(list);
        await Page.ClickAsync("[data-testid=export]:not([disabled])");
        await Page.WaitForSelectorAsync("[role=dialog] textarea");
        await Page.UncheckAsync($"[role=dialog] input[name='column.{without}']", new() { Force = true });
        await Page.FillAsync("[role=dialog] textarea", reason);
        await Page.ClickAsync("[data-testid=export-order]");
        await Page.WaitForSelectorAsync("[role=dialog] a.primary");
    }

    /// <summary>Says yes to somebody's order.</summary>
    public async Task ApproveAsync(string reason)
    {
        await GoAsync("/app/exports");
        await Page.ClickAsync($"tr:has-text('{reason}') button:has-text('审批')");
        await Page.ClickAsync("[role=dialog] button.primary:has-text('批准')");
    }

    /// <summary>Fetches the finished file of an order.</summary>
    public async Task<string> FetchAsync(Guid export, string folder)
    {
        await GoAsync($"/app/exports?export={export}");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync("[role=dialog] a:has-text('下载')"));
        var path = Path.Combine(folder, $"{export:N}.xlsx");
        await download.SaveAsAsync(path);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [GeneratedRegex("(?<done>[0-9,]+) / [0-9,]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
