using System.Net;
using System.Text.RegularExpressions;

namespace AutoPortal.Web.Tests;

/// <summary>What people and attackers send: a clear message in the visitor's language, nothing lost, nothing leaked.</summary>
[Collection(nameof(House))]
public sealed class BadInputTests(House house)
{
    private const string Page = "/chenxing/a/autumn-test-drive";

    public static TheoryData<string> Hostile =>
    [
        new string('长', 5_000),
        "🚗👩‍🚀🏎️ 表情",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "'; drop table leads.leads; --",
        "{{7*7}} ${jndi:ldap://x} %00 \r\nSet-Cookie: a=b",
        "=HYPERLINK(\"http://x\")",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public async Task Every_field_takes_anything_and_answers_with_words_and_the_typed_text_encoded(string hostile)
    {
        using var visitor = house.Anonymous();
        var stamp = await StampAsync(visitor);
        foreach (var field in new[] { "name", "phone", "code", "city", "district", "dealer", "series", "window", "consent_service", "consent_lead_contact", "unknown" })
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["stamp"] = stamp, ["name"] = "张三", ["phone"] = "13800138000", ["code"] = "123456", [field] = hostile };

            using var answer = await visitor.PostAsync(Page + "/sign-up", new FormUrlEncodedContent(fields));
            var html = await answer.Content.ReadAsStringAsync();

            ((int)answer.StatusCode).ShouldBeInRange(400, 499, field);
            html.ShouldContain("<form", Case.Sensitive, field);
            html.ShouldNotContain("<script>alert(1)", Case.Sensitive, field);
            html.ShouldNotContain("onerror=alert(1)>", Case.Sensitive, field);
            html.ShouldNotContain("Exception", Case.Sensitive, field);
            if (field != "phone")
            {
                html.ShouldContain("value=\"13800138000\"", Case.Sensitive, field);
            }
        }
    }

    [Fact]
    public async Task An_expired_or_forged_stamp_is_answered_with_a_fresh_form_and_everything_typed()
    {
        using var visitor = house.Anonymous();

        using var answer = await visitor.PostAsync(Page + "/sign-up", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["stamp"] = "forged", ["name"] = "张三丰", ["phone"] = "13800138000" }));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        html.ShouldContain("value=\"张三丰\"");
        Stamp(html).Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        using var visitor = house.Anonymous();
        var request = new HttpRequestMessage(HttpMethod.Post, Page + "/sign-up") { Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["stamp"] = await StampAsync(visitor) }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await visitor.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, InlineData("/nosuch/a/autumn-test-drive"), InlineData("/chenxing/a/nosuch"), InlineData("/app%2f/a/x"), InlineData("/CHENXING/a/autumn-test-drive"), InlineData("/chenxing/a/..%2f..%2fsignin")]
    public async Task Unknown_tenants_and_pages_are_404_without_a_word_about_why(string path)
    {
        using var visitor = house.Anonymous();

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_staff_post_without_its_antiforgery_token_is_refused()
    {
        using var person = await house.SignedInAsync("operator@beichen.demo");

        using var answer = await person.PostAsync("/signout", new FormUrlEncodedContent([]));

        // Sent back to where they were, still signed in: nobody is signed out by another site.
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Found);
        (await person.GetAsync("/app")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_public_page_sets_no_cookie_may_be_cached_and_carries_a_strict_policy()
    {
        using var visitor = house.Anonymous();

        using var answer = await visitor.GetAsync(Page);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldNotContain("unsafe");
    }

    private static async Task<string> StampAsync(HttpClient visitor) => Stamp(WebUtility.HtmlDecode(await visitor.GetStringAsync(Page)));

    private static string Stamp(string html) => Regex.Match(html, "name=\"stamp\" value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
}
