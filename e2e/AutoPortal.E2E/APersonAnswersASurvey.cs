using System.Text.Json.Nodes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.E2E;

/// <summary>A survey on a page of plain content: asked as answers call for it, thanked in place, counted on the staff's screen.</summary>
[Collection(nameof(Portal))]
public sealed class APersonAnswersASurvey(Portal portal)
{
    [Theory]
    [InlineData(true, "13800010041")]
    [InlineData(false, "13800010042")]
    public async Task On_another_page_than_its_own_with_and_without_script(bool script, string phone)
    {
        using var client = new HttpClient();
        var byHttp = new SignUpByHttp(client, portal.Url);
        // The survey is for people whom the house knows.
        (await byHttp.RunAsync(phone, "周问卷")).ShouldBeTrue();
        var slug = $"owners-{(script ? "script" : "plain")}";
        var survey = await PublishAsync(slug);
        await using var person = await Visitor.OnPhoneAsync(portal.Url, script: script);
        var page = person.Page;

        await page.GotoAsync($"/chenxing/p/{slug}");
        (await page.IsVisibleAsync("[data-question=range]")).ShouldBe(!script, "without script every question is there, with a hint");
        await page.CheckAsync("input[name=matters][value=range]");
        await page.CheckAsync("[name='range.winter']");
        await page.CheckAsync("input[name=hours][value=long]");
        await page.FillAsync("textarea[name=more]", "很好");
        await page.FillAsync("input[name=name]", "周问卷");
        await page.FillAsync("input[name=phone]", phone);
        await page.CheckAsync("input[name=consent_service]");
        await page.ClickAsync("button[data-send-code]");
        await page.WaitForSelectorAsync("[data-form-message]:not(:empty)");
        await page.FillAsync("input[name=code]", await byHttp.CodeAsync(phone, default));
        for (var tries = 0; tries < 20 && !await page.IsVisibleAsync("[data-signup-done]"); tries++)
        {
            // The house learns of new people through the outbox.
            await page.ClickAsync("form[data-signup] button.pg-button--wide");
            await page.WaitForTimeoutAsync(250);
        }

        (await page.TextContentAsync("[data-signup-done=ask]"))!.ShouldContain("谢谢您的回答");
        new Uri(page.Url).AbsolutePath.ShouldBe(script ? $"/chenxing/p/{slug}" : "/chenxing/a/owner-survey/done");
        await person.PictureAsync($"survey-answered-{slug}");

        await using var staff = await Visitor.AtDeskAsync(portal.Url);
        await staff.SignInAsync("operator@chenxing.demo", returnUrl: $"/app/activities/{survey}/answers?f.time=1");
        await staff.Page.WaitForSelectorAsync("[data-answers] >> text=很好");
        (await staff.SeriousFindingsAsync()).ShouldBeEmpty();
        person.Done();
        staff.Done();
    }

    private async Task<Guid> PublishAsync(string slug)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand("select id from activities.activities where slug = 'owner-survey'");
        var survey = (Guid)(await command.ExecuteScalarAsync())!;
        var tenant = await portal.Services.GetRequiredService<ITenantDirectory>().FindAsync("chenxing", default);
        await portal.Services.GetRequiredService<ScopeRunner>().RunAsync(tenant!.Id, "test", async (services, ct) =>
        {
            var publishing = services.GetRequiredService<IPagePublishing>();
            var blocks = new JsonArray(new JsonObject { ["kind"] = "survey", ["version"] = 1, ["id"] = "ask", ["settings"] = new JsonObject { ["survey"] = survey.ToString() } });
            var made = await publishing.CreateAsync(new NewPage(PagePaths.Content, slug, "车主之声") { Document = new JsonObject { ["blocks"] = blocks }.ToJsonString() }, ct);
            (await publishing.PublishAsync(made.Value, ct)).IsOk.ShouldBeTrue();
        }, default);
        return survey;
    }
}
