using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>The advisor opens the card, writes what was said, and plans the next contact; nothing typed is lost on the way.</summary>
[Collection(nameof(Portal))]
public sealed class AnAdvisorWorksALead(Portal portal)
{
    private const string Note = "周六上午到店，带家人一起看车";

    [Fact]
    public async Task A_follow_up_needs_its_next_date_and_what_was_typed_survives_a_reload()
    {
        await using var advisor = await Visitor.AtDeskAsync(portal.Url);
        await advisor.SignInAsync("advisor@chenxing.demo", returnUrl: "/app/leads?tab=today");
        await advisor.InteractiveAsync();
        var page = advisor.Page;
        await page.Locator("tbody tr td:first-child a, tbody tr td:first-child button").First.ClickAsync();
        await page.WaitForURLAsync("**/app/leads/*-*");
        await OpenFormAsync(page);
        await advisor.PictureAsync("lead-card");

        await page.FillAsync("textarea[name=note]", Note);
        await page.ClickAsync(".follow-up button[type=submit]");
        await page.WaitForSelectorAsync("#outcome-error");
        (await page.InputValueAsync("textarea[name=note]")).ShouldBe(Note);

        await page.ReloadAsync();
        await advisor.InteractiveAsync();
        await OpenFormAsync(page);
        await Assertions.Expect(page.Locator("textarea[name=note]")).ToHaveValueAsync(Note, new() { Timeout = 10_000 });

        await page.ClickAsync(".follow-up [data-outcome] >> nth=0");
        await page.ClickAsync(".follow-up label:has(input[name=next_pick]) >> nth=0");
        await page.ClickAsync(".follow-up button[type=submit]");
        await page.WaitForSelectorAsync($"text={Note}");
        advisor.ConsoleErrors.Where(e => !e.Contains("favicon", StringComparison.Ordinal)).ShouldBeEmpty();
        advisor.Done();
    }

    [Fact]
    public async Task A_lead_of_another_tenant_or_nobody_is_not_found()
    {
        await using var advisor = await Visitor.AtDeskAsync(portal.Url);
        await advisor.SignInAsync("advisor@chenxing.demo");

        var answer = await advisor.Page.GotoAsync($"/app/leads/{Guid.CreateVersion7()}");

        answer!.Status.ShouldBe(404);
        advisor.Done();
    }

    // The card of a lead that waits for its advisor opens with the form.
    private static Task OpenFormAsync(IPage page) => page.WaitForSelectorAsync(".follow-up textarea[name=note]");
}
