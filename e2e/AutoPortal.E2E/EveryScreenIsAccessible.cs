namespace AutoPortal.E2E;

/// <summary>axe finds nothing serious on any screen: light and dark, Chinese and English, desk and phone.</summary>
[Collection(nameof(Portal))]
public sealed class EveryScreenIsAccessible(Portal portal)
{
    private static readonly string[] AdminScreens = ["/app", "/app/org", "/app/org/structure", "/app/people", "/app/series", "/app/audit", "/app/imports", "/app/imports?new=1", "/app/dead-letters", "/app/notifications", "/app/exports", "/app/activities", "/app/customers", "/app/leads?tab=all", "/app/leads/rules", "/app/design"];
    private static readonly string[] AdvisorScreens = ["/app", "/app/workbench", "/app/leads?tab=all"];
    private static readonly string[] PublicScreens = ["/chenxing/a/autumn-test-drive", "/chenxing/p/privacy", "/signin", "/dev/outbox", "/chenxing/a/nosuch"];

    [Theory, InlineData("zh-CN", false, false), InlineData("en", true, false), InlineData("zh-CN", true, true), InlineData("en", false, true)]
    public async Task For_everybody(string culture, bool dark, bool onPhone)
    {
        var findings = new List<string>();
        await WalkAsync(null, PublicScreens, culture, dark, onPhone, findings);
        await WalkAsync("admin@chenxing.demo", AdminScreens, culture, dark, onPhone, findings);
        await WalkAsync("advisor@chenxing.demo", AdvisorScreens, culture, dark, onPhone, findings);

        findings.ShouldBeEmpty();
    }

    private async Task WalkAsync(string? email, string[] screens, string culture, bool dark, bool onPhone, List<string> findings)
    {
        await using var visitor = onPhone ? await Visitor.OnPhoneAsync(portal.Url, culture, dark) : await Visitor.AtDeskAsync(portal.Url, culture, dark);
        if (email is not null)
        {
            await visitor.SignInAsync(email);
        }

        foreach (var screen in screens)
        {
            await visitor.Page.GotoAsync(culture == "en" && screen.StartsWith("/chenxing", StringComparison.Ordinal) ? screen + "?lang=en" : screen);
            if (screen.StartsWith("/app", StringComparison.Ordinal))
            {
                await visitor.InteractiveAsync();
                await visitor.Page.Locator("[aria-busy=true]").First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached, Timeout = 10_000 });
            }

            findings.AddRange((await visitor.SeriousFindingsAsync()).Select(f => $"{screen} {culture} {(dark ? "dark" : "light")} {(onPhone ? "phone" : "desk")}: {f}"));
            await visitor.PictureAsync($"{(email is null ? "public" : email[..email.IndexOf('@', StringComparison.Ordinal)])}{screen.Replace('/', '-').Replace('?', '-')}-{culture}-{(dark ? "dark" : "light")}-{(onPhone ? "390" : "1440")}");
        }

        visitor.Done();
    }
}
