using System.Text.Json;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>What a visitor does on a page arrives as events; nothing does without script, and nobody who asks not to be tracked gets an id.</summary>
[Collection(nameof(Portal))]
public sealed class AVisitorIsCounted(Portal portal)
{
    private const string ActivityPage = "/chenxing/a/autumn-test-drive";

    [Fact]
    public async Task Looking_clicking_and_filling_in_a_form_is_told_once_each()
    {
        await using var visitor = await Visitor.OnPhoneAsync(portal.Url);
        var page = visitor.Page;
        await page.GotoAsync(ActivityPage + "?utm_source=wechat");
        await page.WaitForTimeoutAsync(1_500);
        await page.ClickAsync("a[data-to-form]");
        await page.FillAsync("input[name=name]", "陈数一");
        await page.FillAsync("input[name=phone]", "13800010021");
        await page.CheckAsync("input[name=consent_service]");
        await page.CheckAsync("input[name=consent_lead_contact]");
        await page.ClickAsync("button[data-send-code]");
        await page.FillAsync("input[name=code]", await CodeAsync("13800010021"));
        await page.ClickAsync("form[data-signup] button.pg-button--wide");
        await page.WaitForSelectorAsync("[data-signup-done]");
        var id = await page.EvaluateAsync<string>("localStorage.getItem('visitor')");
        await page.GotoAsync("about:blank");

        Guid.Parse(id).Version.ShouldBe(4, "it must not say when it was made");
        await EventuallyAsync(async () => (await ToldAsync(id)).Contains("form_step success"));
        var told = await ToldAsync(id);
        told.Count(t => t == "page_view ").ShouldBe(1);
        told.ShouldContain(t => t.StartsWith("block_exposure", StringComparison.Ordinal));
        told.Where(t => t.StartsWith("block_exposure", StringComparison.Ordinal)).ShouldBeUnique();
        told.ShouldContain("form_step start");
        told.ShouldContain("form_step field:name");
        told.ShouldContain("form_step field:phone");
        told.ShouldContain("form_step submit");
        told.ShouldContain(t => t.StartsWith("click ", StringComparison.Ordinal));
        told.ShouldContain("dwell ");
        (await CountAsync("select count(*) from customers.page_events where subject like '%陈数一%' or subject like '%0021%' or properties::text like '%0021%'")).ShouldBe(0);
        (await CountAsync($"select count(*) from customers.page_events where visitor_id = '{id}' and name in ('block_exposure', 'form_step') and block = ''")).ShouldBe(0);
        (await CountAsync($"select count(*) from customers.page_events where visitor_id = '{id}' and properties ->> 'source' = 'wechat'")).ShouldBe(1);
        (await CountAsync("select count(*) from customers.quarantined_events")).ShouldBe(0);
        await EventuallyAsync(async () => await CountAsync($"select count(*) from customers.visitor_links l join customers.customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id where l.visitor_id = '{id}' and c.phone_mask = '138****0021'") == 1);
        visitor.Done();
    }

    [Fact]
    public async Task Without_script_nothing_is_told()
    {
        var before = await CountAsync("select count(*) from customers.page_events");
        await using var visitor = await Visitor.OnPhoneAsync(portal.Url, script: false);

        await visitor.Page.GotoAsync(ActivityPage);
        await Task.Delay(1_500);

        (await CountAsync("select count(*) from customers.page_events")).ShouldBe(before);
        visitor.Done();
    }

    [Theory]
    [InlineData("doNotTrack", "'1'")]
    [InlineData("globalPrivacyControl", "true")]
    public async Task Who_asks_not_to_be_tracked_is_counted_without_any_id(string wish, string value)
    {
        var before = await CountAsync("select count(*) from customers.page_events where name = 'page_view' and visitor_id is null and session_id is null");
        await using var visitor = await Visitor.OnPhoneAsync(portal.Url);
        await visitor.Page.AddInitScriptAsync($"Object.defineProperty(Navigator.prototype, '{wish}', {{ get: () => {value} }}); if (location.protocol !== 'about:') localStorage.setItem('visitor', 'from-before');");

        await visitor.Page.GotoAsync(ActivityPage);

        await EventuallyAsync(async () => await CountAsync("select count(*) from customers.page_events where name = 'page_view' and visitor_id is null and session_id is null") == before + 1);
        (await visitor.Page.EvaluateAsync<string?>("localStorage.getItem('visitor')")).ShouldBeNull();
        visitor.Done();
    }

    [Fact]
    public async Task While_the_network_is_away_events_wait_and_come_later_under_the_same_ids()
    {
        await using var visitor = await Visitor.OnPhoneAsync(portal.Url);
        var isAway = true;
        var ids = new List<string>();
        await visitor.Page.RouteAsync("**/collect", async route =>
        {
            lock (ids)
            {
                using var body = JsonDocument.Parse(route.Request.PostData!);
                ids.AddRange(body.RootElement.GetProperty("events").EnumerateArray().Where(e => e.GetProperty("name").GetString() == "page_view").Select(e => e.GetProperty("id").GetString()!));
            }

            await (isAway ? route.AbortAsync() : route.ContinueAsync());
        });

        await visitor.Page.GotoAsync(ActivityPage);
        await EventuallyAsync(() => Task.FromResult(ids.Count > 0));
        isAway = false;
        await visitor.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await EventuallyAsync(async () => await CountAsync($"select count(*) from customers.page_events where id = '{ids[0]}'") == 1);
        ids.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        visitor.Done();
    }

    [Fact]
    public async Task Staff_see_it_on_the_open_figures_of_the_page_within_moments()
    {
        var pageId = await ScalarAsync("select id::text from pages.published_pages where slug = 'autumn-test-drive'");
        await using var staff = await Visitor.AtDeskAsync(portal.Url);
        await staff.SignInAsync("operator@chenxing.demo", returnUrl: $"/app/pages/{pageId}/traffic");
        await staff.InteractiveAsync();
        await staff.Page.WaitForSelectorAsync(".traffic .tile");
        var before = Views(await staff.Page.TextContentAsync(".traffic .tile .big-figure"));
        await staff.PictureAsync("page-traffic", fullPage: true);

        await using var visitor = await Visitor.OnPhoneAsync(portal.Url);
        await visitor.Page.GotoAsync(ActivityPage);

        await EventuallyAsync(async () => Views(await staff.Page.TextContentAsync(".traffic .tile .big-figure")) == before + 1);
        (await staff.Page.TextContentAsync(".traffic .notice"))!.ShouldContain("脚本");
        (await staff.SeriousFindingsAsync()).ShouldBeEmpty();
        staff.Done();
        visitor.Done();
    }

    private static long Views(string? figure) => long.Parse(figure!.Trim(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<string>> ToldAsync(string visitor)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand($"select name || ' ' || case name when 'block_exposure' then block else subject end from customers.page_events where visitor_id = '{visitor}'");
        var told = new List<string>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            told.Add(row.GetString(0));
        }

        return told;
    }

    private async Task<string> CodeAsync(string phone)
    {
        using var client = new HttpClient();
        var code = "";
        await EventuallyAsync(async () =>
        {
            using var answer = await client.GetAsync($"{portal.Url}/dev/outbox/latest?tenant=chenxing&phone={phone}");
            code = answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()! : "";
            return code.Length == 6;
        });
        return code;
    }

    private async Task<long> CountAsync(string sql) => long.Parse(await ScalarAsync($"select ({sql})::text"), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> ScalarAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("It did not become so within ten seconds.");
    }
}
