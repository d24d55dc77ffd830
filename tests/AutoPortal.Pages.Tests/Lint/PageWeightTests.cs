using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Lint;
using AutoPortal.Pages.Lint.Weight;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Tests.Media;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Pages.Tests.Lint;

public sealed class PageWeightTests(SmallBudgetFixture pages) : IClassFixture<SmallBudgetFixture>
{
    [Fact]
    public async Task A_page_over_its_budget_names_what_weighs_most_and_where_it_stands()
    {
        await using var tenant = Known(pages);
        var heavy = await AddAsync(tenant, "大合影", 1600, 1200);
        var light = await AddAsync(tenant, "小图", 300, 200);

        var finding = (await CheckAsync(tenant, Image("one", light, 300, 200), Image("two", heavy, 1600, 1200))).Single(f => f.Code == "heavy_page");

        finding.BlockId.ShouldBe("two");
        finding.Severity.ShouldBe(LintSeverity.Warning);
        ((string)finding.Details[2]).ShouldStartWith("大合影 ");
        ((string)finding.Details[2]).ShouldContain("小图 ");
    }

    [Fact]
    public async Task A_page_of_words_alone_keeps_to_its_budget()
    {
        await using var tenant = Known(pages);

        (await CheckAsync(tenant, Make.Notice("好"))).ShouldNotContain(f => f.Code == "heavy_page");
    }

    [Fact]
    public async Task A_films_poster_counts_and_the_film_does_not()
    {
        await using var tenant = Known(pages);
        var poster = await AddAsync(tenant, "封面", 1600, 1200);

        var finding = (await CheckAsync(tenant, $$"""{ "kind": "video", "version": 1, "id": "film", "film": "/test/media/{{Guid.NewGuid():N}}-1280x720.mp4", "poster": { "src": "/test/media/{{poster:N}}-1600x1200.webp", "width": 1600, "height": 1200 } }""")).Single(f => f.Code == "heavy_page");

        finding.BlockId.ShouldBe("film");
    }

    [Fact]
    public void A_phone_takes_the_first_width_that_fills_its_screen_and_each_file_once()
    {
        const string Html = """
            <section id="a"><img src="/t/media/x.webp" srcset="/t/media/x-480.webp 480w, /t/media/x-960.webp 960w, /t/media/x.webp 2000w" sizes="(min-width: 1112px) 1048px, 100vw" /></section>
            <section id="b"><img src="/t/media/y.webp" srcset="/t/media/y-480.webp 480w, /t/media/y-960.webp 960w, /t/media/y.webp 2000w" sizes="40vw" /><img src="/t/media/x.webp" /></section>
            <section id="c"><video src="/t/film.mp4" poster="/t/p.webp"></video></section>
            """;

        LoadedFile.In(Html, ["a", "b", "c"]).ShouldBe([new("/t/media/x.webp", "a"), new("/t/media/y-480.webp", "b"), new("/t/p.webp", "c")]);
    }

    private static string Image(string id, Guid picture, int width, int height)
        => $$"""{ "kind": "image", "version": 1, "id": "{{id}}", "picture": { "src": "/test/media/{{picture:N}}-{{width}}x{{height}}.webp", "width": {{width}}, "height": {{height}}, "alt": "图" } }""";

    private static TestTenant Known(PagesFixture pages)
    {
        var tenant = pages.Tenant(PagesPermissions.All);
        ((KnownTenants)tenant.Get<ITenantDirectory>()).Add(new TenantFacts(tenant.Id, tenant.Facts.TenantIdentifier, "辰星汽车", "oem", "#1f5eff", IsSuspended: false));
        return tenant;
    }

    private static async Task<Guid> AddAsync(TestTenant tenant, string name, int width, int height)
        => (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Noise(width, height)), name + ".jpg", default)).Value!.Id;

    private static async Task<IReadOnlyList<LintFinding>> CheckAsync(TestTenant tenant, params string[] blocks)
    {
        var id = (await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.Document(blocks)), default)).Value;
        var page = await tenant.ReadAsync<PagesDb, Pages.Domain.Page>(db => db.Pages.SingleAsync(p => p.Id == id));
        return await tenant.Get<PageLinter>().CheckAsync(page, default);
    }
}

/// <summary>Where a page may weigh a hundred kilobytes.</summary>
public sealed class SmallBudgetFixture : PagesFixture
{
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton(Options.Create(new PagesOptions { PageBudgetKilobytes = 100 }));
    }
}
