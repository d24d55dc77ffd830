using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>A person in front of a browser of their own. A failed journey leaves a screenshot and the console's words behind.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _console = [];
    private readonly string _journey;
    private bool _isDone;

    private Visitor(IBrowserContext context, IPage page, string journey)
    {
        _context = context;
        _journey = journey;
        Page = page;
        page.Console += (_, message) => Note(message.Type, message.Text);
        page.PageError += (_, error) => Note("error", error);
    }

    public IPage Page { get; }

    /// <summary>Errors in the console so far.</summary>
    public IReadOnlyList<string> ConsoleErrors
    {
        get
        {
            lock (_console)
            {
                return [.. _console.Where(line => line.StartsWith("error", StringComparison.Ordinal))];
            }
        }
    }

    public static Task<Visitor> AtDeskAsync(string baseUrl, string culture = "zh-CN", bool dark = false, bool script = true, [CallerMemberName] string journey = "")
        => NewAsync(baseUrl, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } }, culture, dark, script, journey);

    public static Task<Visitor> OnPhoneAsync(string baseUrl, string culture = "zh-CN", bool dark = false, bool script = true, [CallerMemberName] string journey = "")
        => NewAsync(baseUrl, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true }, culture, dark, script, journey);

    /// <summary>Signs in through the form, as a person does.</summary>
    public async Task SignInAsync(string email, string password = "Demo-2026!", string returnUrl = "/app")
    {
        await Page.GotoAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await Page.FillAsync("input[name=userName]", email);
        await Page.FillAsync("input[type=password]", password);
        await Page.ClickAsync("button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }

    /// <summary>Waits until the circuit renders, so that a click is answered.</summary>
    public Task InteractiveAsync() => Page.WaitForSelectorAsync("[data-interactive]", new() { State = WaitForSelectorState.Attached, Timeout = 15_000 });

    /// <summary>Serious and critical findings of axe on the present screen.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindingsAsync()
    {
        // The experimental label rule reads an avatar's initials, although they are hidden from assistive technology.
        var result = await Page.RunAxe(new AxeRunOptions { Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["label-content-name-mismatch"] = new() { Enabled = false } }, RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Take(5).Select(n => $"{v.Id} ({v.Impact}): {n.Html}"))];
    }

    /// <summary>Keeps a picture of the screen, when a folder for them is named in AUTOPORTAL_SCREENSHOTS.</summary>
    public async Task PictureAsync(string name, bool fullPage = false)
    {
        if (Environment.GetEnvironmentVariable("AUTOPORTAL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = fullPage });
        }
    }

    /// <summary>The journey went well: nothing is kept.</summary>
    public void Done() => _isDone = true;

    public async ValueTask DisposeAsync()
    {
        if (!_isDone)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "failed-journeys");
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"{_journey}-{DateTimeOffset.UtcNow:HHmmssfff}");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file + ".png" });
            await File.WriteAllTextAsync(file + ".txt", Page.Url + "\n" + string.Join('\n', _console));
        }

        await _context.DisposeAsync();
    }

    private static async Task<Visitor> NewAsync(string baseUrl, BrowserNewContextOptions options, string culture, bool dark, bool script, string journey)
    {
        options.BaseURL = baseUrl;
        options.Locale = culture;
        options.TimezoneId = "Asia/Shanghai";
        options.JavaScriptEnabled = script;
        options.ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light;
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await (await Browsers.ChromiumAsync()).NewContextAsync(options);
        if (culture != "zh-CN")
        {
            await context.AddCookiesAsync([new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={culture}|uic={culture}"), Url = baseUrl }]);
        }

        return new Visitor(context, await context.NewPageAsync(), journey);
    }

    private void Note(string type, string text)
    {
        lock (_console)
        {
            _console.Add($"{type}: {text}");
        }
    }
}
