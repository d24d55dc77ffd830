using System.Text.Json.Nodes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing.Hostile;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>A thousand hostile strings in every place of every block that takes words, looked at by a real browser without the policy that would stop them.</summary>
[Collection(nameof(Portal))]
public sealed class HostileWordsStayWords(Portal portal)
{
    private const int OnOnePage = 120;

    [Fact]
    public async Task Nothing_runs_and_no_request_leaves()
    {
        var faults = new List<string>();
        await using var context = await (await Browsers.ChromiumAsync()).NewContextAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 } });
        await context.AddInitScriptAsync("window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'ALERT']) window[name] = () => window.ran.push(name);");
        await context.RouteAsync("**/*", route => AnswerAsync(route, faults));
        // A document with the character U+0000 is refused as a whole.
        var corpus = HostileWords.All.Select(w => w.Replace("\0", "", StringComparison.Ordinal));
        foreach (var (number, words) in corpus.Chunk(OnOnePage).Index())
        {
            var slug = $"hostile-{number}";
            await PublishAsync(slug, words);
            var page = await context.NewPageAsync();
            page.Dialog += (_, dialog) => faults.Add(dialog.Message);
            await page.GotoAsync($"{portal.Url}/chenxing/a/{slug}", new() { WaitUntil = WaitUntilState.Load });
            faults.AddRange(await page.EvaluateAsync<string[]>(
                """
                async () => {
                  for (const e of document.querySelectorAll('details')) e.open = true;
                  for (const e of document.querySelectorAll('*')) for (const name of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'focusin', 'toggle', 'animationstart', 'scroll', 'wheel']) e.dispatchEvent(new Event(name, { bubbles: true }));
                  for (const e of document.querySelectorAll('label, summary, input')) e.click();
                  await new Promise(done => setTimeout(done, 150));
                  const links = [...document.querySelectorAll('[href], [action], [formaction]')].flatMap(e => ['href', 'action', 'formaction'].map(a => e[a]).filter(v => typeof v === 'string' && /^\s*(javascript|vbscript|data|blob|filesystem):/i.test(v) && v !== 'data:,'));
                  return [...window.ran, ...links];
                }
                """));
            (await page.Locator("main section").CountAsync()).ShouldBeGreaterThan(15, "the blocks are really there");
            await page.CloseAsync();
        }

        faults.ShouldBeEmpty();
    }

    private async Task AnswerAsync(IRoute route, List<string> faults)
    {
        var url = new Uri(route.Request.Url);
        if (url.Scheme is "data")
        {
            await route.ContinueAsync();
            return;
        }

        if (url.Authority != new Uri(portal.Url).Authority || !(url.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal) || url.AbsolutePath.StartsWith("/chenxing/", StringComparison.Ordinal)))
        {
            faults.Add($"asked for {url}");
            await route.AbortAsync();
            return;
        }

        var answer = await route.FetchAsync();
        // The policy would stop what the markup lets through; here the markup has to be good by itself.
        await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(h => h.Key is not "content-security-policy").ToDictionary() });
    }

    private Task PublishAsync(string slug, string[] words)
        => AsHouseAsync(async publishing =>
        {
            var settings = new HostileSettings(words);
            var blocks = new JsonArray();
            foreach (var kind in portal.Services.GetServices<BlockKind>())
            {
                settings.Begin();
                for (var copy = 0; copy < 40 && !settings.IsThrough; copy++)
                {
                    blocks.Add(new JsonObject { ["kind"] = kind.Code, ["version"] = kind.Version, ["id"] = $"{kind.Code.Replace('_', '-')}-{copy}", ["settings"] = settings.Fill(kind.BlockType) });
                }
            }

            var made = await publishing.CreateAsync(new NewPage(PagePaths.Activity, slug, words[0]) { Description = words[^1], Document = new JsonObject { ["blocks"] = blocks }.ToJsonString() }, default);
            made.IsOk.ShouldBeTrue(made.IsOk ? null : $"{made.Refusal.Code} {string.Join(' ', made.Refusal.Details)}");
            (await publishing.PublishAsync(made.Value, default)).IsOk.ShouldBeTrue();
        });

    private async Task AsHouseAsync(Func<IPagePublishing, Task> work)
    {
        var tenant = await portal.Services.GetRequiredService<ITenantDirectory>().FindAsync("chenxing", default);
        await portal.Services.GetRequiredService<ScopeRunner>().RunAsync(tenant!.Id, "test", (services, _) => work(services.GetRequiredService<IPagePublishing>()), default);
    }
}
