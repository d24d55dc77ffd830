using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.Web.Tests;

/// <summary>A person's journey leaves neither phone, name, code nor token in any log line.</summary>
[Collection(nameof(House))]
public sealed class LogRedactionTests(House house)
{
    private const string Page = "/chenxing/a/autumn-test-drive";

    [Fact]
    public async Task A_sign_up_and_a_sign_in_leave_no_personal_word_in_the_log()
    {
        const string phone = "13912345678";
        const string name = "欧阳日志测试";
        using var consumer = house.Anonymous();
        consumer.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var html = await consumer.GetStringAsync(Page);
        var stamp = System.Net.WebUtility.HtmlDecode(Regex.Match(html, "name=\"stamp\" value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["stamp"] = stamp, ["name"] = name, ["phone"] = phone, ["consent_service"] = "yes", ["consent_lead_contact"] = "yes" };
        (await consumer.PostAsync(Page + "/code", new FormUrlEncodedContent(fields))).EnsureSuccessStatusCode();
        var code = (await consumer.GetFromJsonAsync<Captured>($"/dev/outbox/latest?tenant=chenxing&phone={phone}"))!.Code;
        fields["code"] = code;
        (await consumer.PostAsync(Page + "/sign-up", new FormUrlEncodedContent(fields))).EnsureSuccessStatusCode();
        using var admin = await house.SignedInAsync("admin@chenxing.demo");
        await admin.GetStringAsync("/app");
        await Task.Delay(TimeSpan.FromSeconds(2));

        house.Log.Lines.Count.ShouldBeGreaterThan(50, "the log was recorded at debug level");
        // The developer's look into the outbox names the phone in its own address; everything else may not.
        var lines = house.Log.Lines.Where(l => !l.Contains("/dev/outbox", StringComparison.Ordinal)).ToList();
        foreach (var word in new[] { phone, name, stamp, House.DemoPassword, "Demo-2026" })
        {
            lines.Where(l => l.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty($"the log names {word}");
        }

        lines.Where(l => Regex.IsMatch(l, @"(?<!\d)1[3-9]\d{9}(?!\d)", RegexOptions.None, TimeSpan.FromSeconds(1))).ShouldBeEmpty("a phone number stands in the log");
    }

    private sealed record Captured(string Code);
}
