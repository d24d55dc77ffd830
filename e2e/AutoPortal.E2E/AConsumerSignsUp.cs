using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>The main job: a phone on one side, the advisor's open screen on the other.</summary>
[Collection(nameof(Portal))]
public sealed class AConsumerSignsUp(Portal portal)
{
    private const string ActivityPage = "/chenxing/a/autumn-test-drive";

    [Fact]
    public async Task And_the_lead_arrives_on_the_advisors_open_screen_within_two_seconds()
    {
        var took = await ArrivalAsync(portal.Url, portal.Url, "王小明", "13800010001");

        took.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task And_the_lead_arrives_although_the_advisor_sits_at_another_node()
    {
        var other = await portal.AddNodeAsync();

        var took = await ArrivalAsync(portal.Url, other, "李小雨", "13800010002");

        took.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Without_script_the_form_posts_all_the_same_and_keeps_what_was_typed()
    {
        await using var consumer = await Visitor.OnPhoneAsync(portal.Url, script: false);
        var page = consumer.Page;
        await page.GotoAsync(ActivityPage);
        await page.FillAsync("input[name=name]", "赵无脚本");
        await page.FillAsync("input[name=phone]", "13800010003");
        await page.CheckAsync("input[name=consent_service]");
        await page.ClickAsync("button[data-send-code]");
        (await page.InputValueAsync("input[name=name]")).ShouldBe("赵无脚本");
        await page.FillAsync("input[name=code]", "000000");
        await page.ClickAsync("form[data-signup] button.pg-button--wide");
        (await page.InputValueAsync("input[name=phone]")).ShouldBe("13800010003");
        (await page.TextContentAsync("[data-error-for=code]"))!.Trim().ShouldNotBeEmpty();

        await page.FillAsync("input[name=code]", await CodeAsync("13800010003"));
        await page.ClickAsync("form[data-signup] button.pg-button--wide");
        await page.WaitForSelectorAsync("[data-signup-done]");

        (await page.TextContentAsync("[data-signup-done]"))!.ShouldMatch(@"\d");
        consumer.Done();
    }

    [Fact]
    public async Task Without_consent_to_contact_the_form_says_so_before_and_no_lead_is_made()
    {
        await using var consumer = await Visitor.OnPhoneAsync(portal.Url);
        var page = consumer.Page;
        await page.GotoAsync(ActivityPage);
        (await page.TextContentAsync("form[data-signup] fieldset"))!.ShouldContain("顾问");
        (await page.IsCheckedAsync("input[name=consent_lead_contact]")).ShouldBeFalse();
        await FillAsync(page, "钱不联系", "13800010004");
        await page.UncheckAsync("input[name=consent_lead_contact]");
        await SubmitAsync(page, "13800010004");

        await page.WaitForSelectorAsync("[data-signup-done]");

        await EventuallyAsync(async () => await CountAsync("select (select count(*) from activities.outbox_messages where delivered_at is null) + (select count(*) from customers.outbox_messages where delivered_at is null)") == 0);
        (await CountAsync("select count(*) from activities.sign_ups where phone_mask = '138****0004' and name_mask like '钱%'")).ShouldBe(1);
        (await CountAsync("select count(*) from leads.leads where name = '钱不联系'")).ShouldBe(0);
        consumer.Done();
    }

    [Fact]
    public async Task In_English_too_what_a_name_may_not_hold_is_said_beside_it_and_nothing_typed_is_lost()
    {
        await using var consumer = await Visitor.OnPhoneAsync(portal.Url, "en");
        var page = consumer.Page;
        await page.GotoAsync(ActivityPage + "?lang=en");
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        await FillAsync(page, "Emma <b>O'Hara</b>", "13800010005");
        await SubmitAsync(page, "13800010005");
        await page.WaitForSelectorAsync("[data-error-for=name]:not(:empty)");
        (await page.InputValueAsync("input[name=name]")).ShouldBe("Emma <b>O'Hara</b>");
        await page.FillAsync("input[name=name]", "Emma O'Hara");
        await page.ClickAsync("form[data-signup] button.pg-button--wide");
        await page.WaitForSelectorAsync("[data-signup-done]");
        (await page.TextContentAsync(".sign-up-number"))!.Trim().ShouldNotBeEmpty();
        consumer.Done();
    }

    [Fact]
    public async Task And_one_trace_id_runs_from_the_post_of_the_page_to_the_lead()
    {
        using var client = new HttpClient();
        (await new SignUpByHttp(client, portal.Url).RunAsync("13800010006", "孙追踪")).ShouldBeTrue();
        await EventuallyAsync(async () => await CountAsync("select count(*) from leads.leads where name = '孙追踪'") == 1);

        var same = await CountAsync(
            """
            select count(*) from leads.leads l
            join leads.audit_entries a on a.tenant_id = l.tenant_id and a.entity_id = l.id and a.action = 'added'
            join activities.sign_ups s on s.tenant_id = l.tenant_id and s.trace_id = a.trace_id
            where l.name = '孙追踪' and s.phone_hash = l.phone_hash and length(a.trace_id) = 32
            """);

        same.ShouldBe(1);
    }

    private async Task<TimeSpan> ArrivalAsync(string consumerNode, string advisorNode, string name, string phone)
    {
        await using var advisor = await Visitor.AtDeskAsync(advisorNode);
        await advisor.SignInAsync("advisor@chenxing.demo", returnUrl: "/app/leads");
        await using var second = await Visitor.AtDeskAsync(advisorNode);
        await second.SignInAsync("advisor2@chenxing.demo", returnUrl: "/app/leads");
        await advisor.InteractiveAsync();
        await second.InteractiveAsync();

        await using var consumer = await Visitor.OnPhoneAsync(consumerNode);
        await consumer.Page.GotoAsync(consumerNode + ActivityPage);
        await FillAsync(consumer.Page, name, phone);
        await ChooseDealerAsync(consumer.Page);
        await SubmitAsync(consumer.Page, phone, submit: false);
        var clock = Stopwatch.StartNew();
        await consumer.Page.ClickAsync("form[data-signup] button.pg-button--wide");

        // Rotation decides which of the advisors on duty gets it.
        var tail = phone[^4..];
        var arrived = await Task.WhenAny(
            advisor.Page.WaitForSelectorAsync($"main >> text=/{tail}/", new() { Timeout = 10_000 }),
            second.Page.WaitForSelectorAsync($"main >> text=/{tail}/", new() { Timeout = 10_000 }));
        await arrived;
        var took = clock.Elapsed;
        await advisor.PictureAsync("advisor-lead-arrived");
        await consumer.PictureAsync("consumer-signed-up");

        advisor.Done();
        second.Done();
        consumer.Done();
        return took;
    }

    private static async Task FillAsync(IPage page, string name, string phone)
    {
        await page.FillAsync("input[name=name]", name);
        await page.FillAsync("input[name=phone]", phone);
        await page.CheckAsync("input[name=consent_service]");
        await page.CheckAsync("input[name=consent_lead_contact]");
    }

    private static async Task ChooseDealerAsync(IPage page)
    {
        var city = await page.EvalOnSelectorAsync<string>("select[name=city]", "s => [...s.options].find(o => o.value.includes('上海'))?.value ?? ''");
        await page.SelectOptionAsync("select[name=city]", city);
        var dealer = await page.EvalOnSelectorAsync<string>("select[name=dealer]", "s => [...s.options].find(o => o.text.includes('浦东'))?.value ?? ''");
        dealer.ShouldNotBeEmpty();
        await page.SelectOptionAsync("select[name=dealer]", dealer);
    }

    private async Task SubmitAsync(IPage page, string phone, bool submit = true)
    {
        await page.ClickAsync("button[data-send-code]");
        await page.FillAsync("input[name=code]", await CodeAsync(phone));
        if (submit)
        {
            await page.ClickAsync("form[data-signup] button.pg-button--wide");
        }
    }

    private async Task<string> CodeAsync(string phone)
    {
        using var client = new HttpClient();
        var code = "";
        await EventuallyAsync(async () =>
        {
            using var answer = await client.GetAsync($"{portal.Url}/dev/outbox/latest?tenant=chenxing&phone={phone}");
            code = answer.IsSuccessStatusCode ? Regex.Match(await answer.Content.ReadAsStringAsync(), "\"code\":\"(?<code>\\d{6})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["code"].Value : "";
            return code.Length == 6;
        });
        return code;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("It did not become so within five seconds.");
    }
}

[CollectionDefinition(nameof(Portal))]
public sealed class PortalCollection : ICollectionFixture<Portal>;
