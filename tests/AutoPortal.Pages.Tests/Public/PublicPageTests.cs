using System.Diagnostics.Metrics;
using System.Net;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Versions;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Public;

public sealed class PublicPageTests(PagesFixture pages) : IClassFixture<PagesFixture>, IAsyncLifetime
{
    private PublicHost _node = null!;

    public async Task InitializeAsync() => _node = await PublicHost.StartAsync(pages);

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_stranger_gets_the_page_without_cookie_or_inline_code()
    {
        await _node.PublishAsync("plain", Make.NewPage());

        var response = await _node.Client().GetAsync("/plain/a/autumn");
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain("<html lang=\"zh-CN\">");
        html.ShouldContain("<h1>金秋试驾季</h1>");
        html.ShouldNotContain("style=\"");
        html.ShouldNotContain("<style");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<!--");
    }

    [Fact]
    public async Task The_same_page_is_read_in_English_at_its_own_address()
    {
        await _node.PublishAsync("english", Make.NewPage());
        await _node.Client().GetStringAsync("/english/a/autumn");

        var html = await _node.Client().GetStringAsync("/english/a/autumn?lang=en");

        html.ShouldContain("<html lang=\"en\">");
        html.ShouldContain("<h1>Autumn drive</h1>");
        html.ShouldContain("Questions and answers");
    }

    [Theory]
    [InlineData("/nobody/a/autumn")]
    [InlineData("/lost/a/nowhere")]
    [InlineData("/lost/a/..%2f..%2fetc")]
    [InlineData("/lost/a/%E9%87%91%E7%A7%8B")]
    [InlineData("/lost/a/autumn';drop table pages--")]
    public async Task What_is_not_there_is_a_404_that_says_so(string address)
    {
        await _node.PublishAsync("lost", Make.NewPage());

        var response = await _node.Client().GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("页面不存在或已下线");
    }

    [Theory]
    [InlineData("/app/a/autumn")]
    [InlineData("/assets/a/autumn")]
    [InlineData("/Chen-Xing/a/autumn")]
    [InlineData("/1abc/a/autumn")]
    [InlineData("/ab/a/autumn")]
    public async Task Words_that_the_house_keeps_for_itself_are_no_tenants(string address)
    {
        var response = await _node.Client().GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspended_tenants_pages_are_gone_at_once_cached_or_not()
    {
        var tenant = await _node.PublishAsync("asleep", Make.NewPage());
        (await _node.Client().GetAsync("/asleep/a/autumn")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _node.Get<KnownTenants>().Add(tenant with { IsSuspended = true });

        (await _node.Client().GetAsync("/asleep/a/autumn")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_tenants_page_is_not_served_under_this_name()
    {
        await _node.PublishAsync("mine", Make.NewPage("secret-sale"));
        await _node.PublishAsync("theirs", Make.NewPage("open-day"));

        (await _node.Client().GetAsync("/theirs/a/secret-sale")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_thousand_strangers_at_once_cost_one_rendering()
    {
        await _node.PublishAsync("crowd", Make.NewPage());
        using var renders = new RenderCount();

        var pagesRead = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => _node.Client().GetStringAsync("/crowd/a/autumn")));

        renders.Count.ShouldBe(1);
        pagesRead.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Who_reads_a_kept_page_gets_the_headers_of_the_first_one()
    {
        await _node.PublishAsync("heads", Make.NewPage());
        using var renders = new RenderCount();

        var first = await _node.Client().GetAsync("/heads/a/autumn");
        var second = await _node.Client().GetAsync("/heads/a/autumn");
        var head = await _node.Client().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/heads/a/autumn"));

        renders.Count.ShouldBe(1);
        Headers(second).ShouldBe(Headers(first));
        Headers(head).ShouldBe(Headers(first));
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renamed_tenants_pages_say_the_new_name_at_once()
    {
        var tenant = await _node.PublishAsync("renamed", Make.NewPage());
        await _node.Client().GetStringAsync("/renamed/a/autumn");

        _node.Get<KnownTenants>().Add(tenant with { Name = "新星汽车" });

        (await _node.Client().GetStringAsync("/renamed/a/autumn")).ShouldContain("新星汽车");
    }

    [Fact]
    public async Task Campaign_marks_and_odd_languages_do_not_multiply_renderings()
    {
        await _node.PublishAsync("marks", Make.NewPage());
        using var renders = new RenderCount();

        foreach (var query in new[] { "", "?utm_source=wx", "?lang=xx", "?lang=zh-CN&x=1", "?lang=en", "?lang=EN&gclid=2" })
        {
            await _node.Client().GetStringAsync("/marks/a/autumn" + query);
        }

        renders.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Cookie", "portal=abc")]
    [InlineData("Authorization", "Bearer abc")]
    public async Task A_request_with_credentials_neither_fills_nor_reads_the_cache(string header, string value)
    {
        await _node.PublishAsync("keys" + header.ToLowerInvariant(), Make.NewPage());
        using var renders = new RenderCount();
        var client = _node.Client();
        client.DefaultRequestHeaders.Add(header, value);

        await client.GetStringAsync($"/keys{header.ToLowerInvariant()}/a/autumn");
        await client.GetStringAsync($"/keys{header.ToLowerInvariant()}/a/autumn");
        await _node.Client().GetStringAsync($"/keys{header.ToLowerInvariant()}/a/autumn");

        renders.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_phone_that_has_the_page_is_told_so_without_the_page()
    {
        await _node.PublishAsync("again", Make.NewPage());
        var first = await _node.Client().GetAsync("/again/a/autumn");
        var second = new HttpRequestMessage(HttpMethod.Get, "/again/a/autumn");
        second.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        (await _node.Client().SendAsync(second)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_new_version_and_a_roll_back_reach_every_node_within_five_seconds_and_other_pages_stay_cached()
    {
        await using var second = await PublicHost.StartAsync(pages);
        var tenant = await _node.PublishAsync("nodes", Make.NewPage("sale", Make.Document(Make.Notice("第一版"))));
        await _node.PublishAsync("nodes", Make.NewPage("other", Make.Document(Make.Notice("不变"))));
        second.Get<KnownTenants>().Add(tenant);
        await second.HearAsync(tenant, "a/sale");
        await second.HearAsync(tenant, "a/other");
        await EveryoneReadsAsync(second, "第一版");
        using var renders = new RenderCount();

        await ChangeAsync(tenant, "sale", Make.Document(Make.Notice("第二版")));
        await EveryoneReadsAsync(second, "第二版");
        await RollBackAsync(tenant, "sale", 1);
        await EveryoneReadsAsync(second, "第一版");

        renders.Count.ShouldBe(4, "one per node and change for the changed page, none for the other");
    }

    [Fact]
    public async Task A_form_that_was_refused_comes_back_on_the_same_page_and_is_never_cached()
    {
        await using var node = await PublicHost.StartAsync(pages, app => app.MapPublicTenant().MapPost("/a/{slug}/sign-up", (string slug, HttpContext http, IPublicPages published, CancellationToken ct)
            => published.RenderAsync(http, "a", slug, [new Uri("https://example.cn")], StatusCodes.Status422UnprocessableEntity, ct)));
        await node.PublishAsync("form", Make.NewPage());

        var response = await node.Client().PostAsync("/form/a/autumn/sign-up", new FormUrlEncodedContent([]));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).ShouldContain("金秋试驾季");
        (await node.Client().GetAsync("/form/a/autumn")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_of_other_modules_get_the_look_of_a_page_without_a_theme_of_its_own()
    {
        await _node.PublishAsync("looks", Make.NewPage());
        var tenant = (await _node.Get<ITenantDirectory>().FindAsync("looks", default))!;

        var look = _node.Get<IPublicLooks>().Of(tenant);

        var html = await _node.Client().GetStringAsync("/looks/a/autumn");
        html.ShouldContain($"href=\"{look.Css}\"");
        html.ShouldContain($"href=\"{look.ThemeCss}\"");
        html.ShouldContain($"content=\"{look.SkyColor}\"");
        (await _node.Client().GetAsync(look.ThemeCss)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_theme_is_answered_from_its_name_for_ever()
    {
        var response = await _node.Client().GetAsync("/any-tenant/theme-e5604c-8-autumn-1.css");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await _node.Client().GetAsync("/any-tenant/theme-e5604c-8-}x{-1.css")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task EveryoneReadsAsync(PublicHost second, string expected)
    {
        var began = TimeProvider.System.GetTimestamp();
        var waiting = new List<PublicHost> { _node, second };
        while (waiting.Count > 0)
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
            foreach (var node in waiting.ToList())
            {
                await node.Client().GetStringAsync("/nodes/a/other");
                if ((await node.Client().GetStringAsync("/nodes/a/sale")).Contains(expected, StringComparison.Ordinal))
                {
                    waiting.Remove(node);
                }
            }
        }
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response)
        => response.Headers.Concat(response.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);

    private Task ChangeAsync(TenantFacts tenant, string slug, string document)
        => _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            Guid id;
            await using (var db = await services.GetRequiredService<IDbContextFactory<PagesDb>>().CreateDbContextAsync(ct))
            {
                var page = await db.Pages.SingleAsync(p => p.Slug == slug, ct);
                page.Write(PageDocument.Parse(document), page.CreatedAt);
                await db.SaveAsync(ct);
                id = page.Id;
            }

            await services.GetRequiredService<IPagePublishing>().PublishAsync(id, ct);
        }, default);

    private Task RollBackAsync(TenantFacts tenant, string slug, int version)
        => _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PagesDb>>().CreateDbContextAsync(ct);
            var id = await db.Pages.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync(ct);
            (await services.GetRequiredService<RollBackPage>().RunAsync(id, version, "写错了", ct)).IsOk.ShouldBeTrue();
        }, default);

    private sealed class RenderCount : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _count;

        public RenderCount()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PagesMetrics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _count, value));
            _listener.Start();
        }

        public long Count => Interlocked.Read(ref _count);

        public void Dispose() => _listener.Dispose();
    }
}
