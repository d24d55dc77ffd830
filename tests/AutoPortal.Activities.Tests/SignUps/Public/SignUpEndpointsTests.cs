using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AutoPortal.Activities.Data;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.SignUps.Public;

public sealed class SignUpEndpointsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static int _tenants;

    [Fact]
    public async Task A_post_without_script_ends_on_the_receipts_own_address_and_sets_no_cookie()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;

        var answer = await site.PostAsync($"/{word}/a/autumn/sign-up", Stamped(site, tenant));
        var receipt = await site.GetAsync(answer.Headers.Location!.ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await receipt.Content.ReadAsStringAsync()).ShouldContain("Number = ");
    }

    [Fact]
    public async Task A_form_on_another_page_is_answered_on_that_page()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Stamped(site, tenant);
        (form["page"], form["form"]) = ("p/owners", "ask");
        var broken = new Dictionary<string, string>(form) { ["phone"] = "1" };

        (await Text(await site.PostAsync($"/{word}/a/autumn/sign-up", broken))).ShouldContain("page=p/owners");
        var done = await site.PostAsync($"/{word}/a/autumn/sign-up", form);
        var receipt = await Text(await site.GetAsync(done.Headers.Location!.ToString()));
        receipt.ShouldContain("page=p/owners");
        receipt.ShouldContain("Form = ask");
    }

    [Theory]
    [InlineData("p/../../app")]
    [InlineData("//evil.example/x")]
    [InlineData("x/owners")]
    [InlineData("p/own ers")]
    [InlineData("p/owners\n")]
    public async Task A_page_that_is_none_is_the_activitys_own(string page)
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Stamped(site, tenant);
        form["page"] = page;

        var done = await site.PostAsync($"/{word}/a/autumn/sign-up", form);

        done.Headers.Location!.ToString().ShouldStartWith($"/{word}/a/autumn/done?n=");
        done.Headers.Location!.ToString().ShouldNotContain("&at=");
        (await Text(await site.GetAsync($"{done.Headers.Location}&at={Uri.EscapeDataString(page)}"))).ShouldContain("page=a/autumn");
    }

    [Fact]
    public async Task A_post_of_the_script_is_answered_in_json_and_a_second_one_gets_the_same_number()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;

        var first = await Json(await site.PostAsync($"/{word}/a/autumn/sign-up", Stamped(site, tenant), ("Accept", "application/json")));
        var second = await Json(await site.PostAsync($"/{word}/a/autumn/sign-up", Stamped(site, tenant), ("Accept", "application/json")));

        ((bool)first["ok"]!, (bool)first["wasSignedUp"]!).ShouldBe((true, false));
        ((bool)second["wasSignedUp"]!, (string)second["number"]!).ShouldBe((true, (string)first["number"]!));
    }

    [Fact]
    public async Task An_expired_stamp_gives_the_form_back_with_everything_typed_and_plain_words()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Make.Form();
        form["stamp"] = "from-last-week";

        var answer = await site.PostAsync($"/{word}/a/autumn/sign-up", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("message=activities.form_is_old");
        page.ShouldContain("typed:name=王小明");
    }

    [Fact]
    public async Task A_stamp_is_good_for_its_own_activity_and_tenant_only()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var other = Make.Form();
        other["stamp"] = site.Seals.Stamp(tenant.Id, "winter");
        var foreign = Make.Form();
        foreign["stamp"] = site.Seals.Stamp(Make.Id(), "autumn");

        (await Text(await site.PostAsync($"/{word}/a/autumn/sign-up", other))).ShouldContain("form_is_old");
        (await Text(await site.PostAsync($"/{word}/a/autumn/sign-up", foreign))).ShouldContain("form_is_old");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_post_from_another_site_is_refused(string header, string value)
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;

        var answer = await site.PostAsync($"/{word}/a/autumn/sign-up", Stamped(site, tenant), (header, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await tenant.TakenAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_body_that_is_too_large_is_refused_in_words_and_the_other_fields_are_kept(bool isOfScript, bool asJson)
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Stamped(site, tenant);
        form["name"] = new string('x', 600_000);

        var answer = await site.PostAsync($"/{word}/a/autumn/sign-up", form, isOfScript, asJson);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var text = await Text(answer);
        if (asJson)
        {
            ((string)JsonNode.Parse(text)!["errors"]!["name"]!).ShouldContain("太长");
            return;
        }

        text.ShouldContain("message=activities.form_is_too_large");
        text.ShouldContain("error:name=activities.field_is_too_long");
        text.ShouldContain("typed:phone=13800138000");
        text.ShouldContain("typed:consent_lead_contact=yes");
        text.ShouldNotContain("typed:name");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_field_that_cannot_be_read_is_named_and_everything_else_is_kept(bool isOfScript, bool asJson)
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Stamped(site, tenant);
        form["name"] = "王\0小明";

        var answer = await site.PostAsync($"/{word}/a/autumn/sign-up", form, isOfScript, asJson);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tenant.TakenAsync()).ShouldBe(0);
        var text = await Text(answer);
        if (asJson)
        {
            ((string)JsonNode.Parse(text)!["errors"]!["name"]!).ShouldContain("无法使用的字符");
            return;
        }

        text.ShouldContain("message=activities.form_is_unreadable");
        text.ShouldContain("error:name=activities.field_is_unreadable");
        text.ShouldContain("typed:name=王小明");
        text.ShouldContain("typed:phone=13800138000");
    }

    [Fact]
    public async Task A_body_that_is_endless_is_answered_with_what_came_first()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Stamped(site, tenant);
        form["window"] = new string('x', 5_000_000);

        var text = await Text(await site.PostAsync($"/{word}/a/autumn/sign-up", form));

        text.ShouldContain("message=activities.form_is_too_large");
        text.ShouldContain("typed:name=王小明");
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_in_words()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;

        var answer = await site.SendAsync($"/{word}/a/autumn/sign-up", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Text(answer)).ShouldContain("message=activities.form_is_unreadable");
    }

    [Fact]
    public async Task One_address_that_posts_too_often_is_asked_to_wait_and_keeps_what_it_typed()
    {
        var (tenant, word, site) = await OpenAsync(new ActivitiesOptions { PostsPerClientMinute = 3 });
        await using var _ = tenant;
        await using var __ = site;
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 4; i++)
        {
            answer = await site.PostAsync($"/{word}/a/autumn/sign-up", Stamped(site, tenant, code: ""));
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Text(answer)).ShouldContain("typed:name=王小明");
    }

    [Theory]
    [InlineData("autumn-nights")]
    [InlineData("%2e%2e")]
    [InlineData("Autumn")]
    [InlineData("a'; drop table x")]
    public async Task An_unknown_activity_is_not_found(string slug)
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;
        var form = Make.Form();
        form["stamp"] = site.Seals.Stamp(tenant.Id, slug);

        (await site.PostAsync($"/{word}/a/{slug}/sign-up", form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.PostAsync($"/{word}/a/{slug}/code", form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_tenants_activity_is_not_found_under_this_tenants_address()
    {
        var (owner, _, site) = await OpenAsync();
        await using var o = owner;
        await using var s = site;
        var other = activities.Tenant();
        await using var ___ = other;
        var word = Know(other);

        var form = Make.Form();
        form["stamp"] = site.Seals.Stamp(other.Id, "autumn");
        (await site.PostAsync($"/{word}/a/autumn/sign-up", form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.TakenAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_code_is_answered_with_the_seconds_until_the_next_one()
    {
        var (tenant, word, site) = await OpenAsync();
        await using var _ = tenant;
        await using var __ = site;

        var sent = await Json(await site.PostAsync($"/{word}/a/autumn/code", Stamped(site, tenant), ("Accept", "application/json")));
        var noPhone = Stamped(site, tenant);
        noPhone["phone"] = "12";
        var wrong = await site.PostAsync($"/{word}/a/autumn/code", noPhone, ("Accept", "application/json"));

        ((bool)sent["ok"]!, (int)sent["seconds"]!).ShouldBe((true, 60));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((string)(await Json(wrong))["errors"]!["phone"]!).ShouldContain("11 位");
    }

    [Fact]
    public async Task A_tenant_in_a_rush_does_not_make_the_others_wait()
    {
        var limits = new AutoPortal.Activities.SignUps.Public.PostLimits(Microsoft.Extensions.Options.Options.Create(new ActivitiesOptions { PostsAtOnce = 2, PostsWaiting = 1 }));
        await using var _ = limits;
        var (busy, quiet) = (Make.Id(), Make.Id());

        using var one = await limits.EnterAsync(busy, default);
        using var two = await limits.EnterAsync(busy, default);
        var waiting = limits.EnterAsync(busy, default).AsTask();
        using var tooMany = await limits.EnterAsync(busy, default);
        using var other = await limits.EnterAsync(quiet, default);

        (waiting.IsCompleted, tooMany.IsAcquired, other.IsAcquired).ShouldBe((false, false, true));
        one.Dispose();
        (await waiting).IsAcquired.ShouldBeTrue();
    }

    private async Task<(TestTenant Tenant, string Word, PublicSite Site)> OpenAsync(ActivitiesOptions? options = null)
    {
        var tenant = activities.Tenant();
        var word = Know(tenant);
        await tenant.RunningAsync();
        return (tenant, word, await PublicSite.OpenAsync(activities, options));
    }

    private string Know(TestTenant tenant)
    {
        var word = $"tenant-{Interlocked.Increment(ref _tenants)}";
        activities.Known.Add(tenant.Id, word);
        return word;
    }

    private static Dictionary<string, string> Stamped(PublicSite site, TestTenant tenant, string code = KnownCodes.Right)
    {
        var form = Make.Form(code: code);
        form["stamp"] = site.Seals.Stamp(tenant.Id, "autumn");
        return form;
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
}
