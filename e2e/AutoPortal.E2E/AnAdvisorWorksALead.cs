using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>The advisor opens the card, writes what was said, and plans the next contact; nothing typed is lost on the way.</summary>
[Collection(nameof(Portal))]
public sealed class AnAdvisorWorksALead(Portal portal)
{
    private const string Note = "周六上午到店，带家人一起看车";

    [Fact]
    public async Task A_follow_up_needs_its_next_date_and_what_was_typed_survives_a_reload()
    {
        var (leadId, email) = await NewLeadAsync("13800010007", "吴跟进");
        await using var advisor = await Visitor.AtDeskAsync(portal.Url);
        await advisor.SignInAsync(email, returnUrl: "/app/leads");
        await advisor.InteractiveAsync();
        var page = advisor.Page;
        await page.ClickAsync("tbody tr >> text=吴跟进");
        await page.WaitForURLAsync($"**/app/leads/{leadId}*");
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
    public async Task What_was_typed_survives_the_death_of_the_server()
    {
        var (leadId, email) = await NewLeadAsync("13800010008", "郑中断");
        await using var node = await PortalProcess.StartAsync(portal);
        await using var advisor = await Visitor.AtDeskAsync(node.Url);
        await advisor.SignInAsync(email, returnUrl: $"/app/leads/{leadId}");
        await advisor.InteractiveAsync();
        var page = advisor.Page;
        await OpenFormAsync(page);
        await page.FillAsync("textarea[name=note]", Note);
        await page.EvaluateAsync("window.isBeforeTheDeath = true");

        await node.KillAsync();
        await page.WaitForSelectorAsync("dialog#components-reconnect-modal[open]");
        (await page.InputValueAsync("textarea[name=note]")).ShouldBe(Note);
        await node.StartAgainAsync();

        // Nobody touches anything: the reconnect screen notices that the circuit is gone and loads the page anew.
        await page.WaitForFunctionAsync("window.isBeforeTheDeath === undefined", null, new() { Timeout = 60_000 });
        await advisor.InteractiveAsync();
        await OpenFormAsync(page);
        await Assertions.Expect(page.Locator("textarea[name=note]")).ToHaveValueAsync(Note, new() { Timeout = 10_000 });
        await Assertions.Expect(page.Locator(".notice:has-text('已恢复')").First).ToBeVisibleAsync();
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

    // Rotation chooses among the dealer's advisors on duty, so the test asks who got it.
    private async Task<(Guid Lead, string Email)> NewLeadAsync(string phone, string name)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var find = owner.CreateCommand("select d.code from platform.dealers d join platform_shared.tenants t on t.id = d.tenant_id where t.identifier = 'chenxing' and d.name like '%上海浦东东城%'");
        var dealer = (string)(await find.ExecuteScalarAsync())!;
        using var client = new HttpClient();
        (await new SignUpByHttp(client, portal.Url).RunAsync(phone, name, new Dictionary<string, string>(StringComparer.Ordinal) { ["dealer"] = dealer })).ShouldBeTrue();
        for (var i = 0; i < 100; i++)
        {
            await using var read = owner.CreateCommand("select l.id, a.email from leads.leads l join platform_shared.accounts a on a.id = l.owner_id where l.name = $1");
            read.Parameters.AddWithValue(name);
            await using var row = await read.ExecuteReaderAsync();
            if (await row.ReadAsync())
            {
                return (row.GetGuid(0), row.GetString(1));
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The lead was not assigned within five seconds.");
    }

    // The card of a lead that waits for its advisor opens with the form.
    private static Task OpenFormAsync(IPage page) => page.WaitForSelectorAsync(".follow-up textarea[name=note]");
}
