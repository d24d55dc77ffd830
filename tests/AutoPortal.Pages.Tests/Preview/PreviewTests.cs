using System.Net;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Tests.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Preview;

public sealed class PreviewTests(PagesFixture pages) : IClassFixture<PagesFixture>, IAsyncLifetime
{
    private PublicHost _node = null!;

    public async Task InitializeAsync() => _node = await PublicHost.StartAsync(pages);

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_link_shows_the_draft_to_whoever_has_it_and_nothing_can_be_sent_from_there()
    {
        var tenant = await _node.PublishAsync("looked", Make.NewPage());
        var link = await LinkAsync(tenant, TimeSpan.FromDays(1));

        var answer = await _node.Client().GetAsync(link.Path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("预览链接");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Robots-Tag").Single().ShouldContain("noindex");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("form-action 'none'");
        policy.ShouldContain("connect-src 'none'");
    }

    [Fact]
    public async Task A_link_ends_by_time_and_by_hand_and_a_guessed_or_foreign_one_opens_nothing()
    {
        var tenant = await _node.PublishAsync("ending", Make.NewPage());
        await _node.PublishAsync("other", Make.NewPage());
        var short_ = await LinkAsync(tenant, TimeSpan.FromMilliseconds(1));
        var revoked = await LinkAsync(tenant, TimeSpan.FromDays(1));
        var open = await LinkAsync(tenant, TimeSpan.FromDays(1));
        await _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", (services, ct) => services.GetRequiredService<RevokePreview>().RunAsync(revoked.Id, ct), default);
        await Task.Delay(5);

        foreach (var path in new[] { short_.Path, revoked.Path, "/ending/preview/guess", open.Path.Replace("/ending/", "/other/", StringComparison.Ordinal) })
        {
            (await _node.Client().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await _node.Client().GetAsync(open.Path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_word_of_a_link_is_not_kept()
    {
        var tenant = await _node.PublishAsync("hashed", Make.NewPage());
        var link = await LinkAsync(tenant, TimeSpan.FromDays(90));

        await _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PagesDb>>().CreateDbContextAsync(ct);
            var kept = await db.PagePreviews.SingleAsync(p => p.Id == link.Id, ct);
            link.Path.ShouldNotContain(kept.TokenHash);
            (kept.ExpiresAt - kept.CreatedAt).ShouldBe(CreatePreview.LongestLife);
        }, default);
    }

    private async Task<PreviewLink> LinkAsync(TenantFacts tenant, TimeSpan life)
    {
        PreviewLink? link = null;
        await _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            var page = (await services.GetRequiredService<IPageDirectory>().FindAsync("a", "autumn", ct))!;
            link = (await services.GetRequiredService<CreatePreview>().RunAsync(page.Id, null, life, ct)).Value;
        }, default);
        return link! with { Path = link!.Path.Replace("//", $"/{tenant.Identifier}/", StringComparison.Ordinal) };
    }
}
