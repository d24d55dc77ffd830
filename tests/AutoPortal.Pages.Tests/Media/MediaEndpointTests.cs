using System.Net;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Tests.Public;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Media;

public sealed class MediaEndpointTests(PagesFixture pages) : IClassFixture<PagesFixture>, IAsyncLifetime
{
    private PublicHost _node = null!;

    public async Task InitializeAsync() => _node = await PublicHost.StartAsync(pages);

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_picture_is_given_to_everybody_for_ever_as_what_it_is_and_nothing_else()
    {
        var (address, _) = await AddAsync("pictures");

        var answer = await _node.Client().GetAsync(address.ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/webp");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.AsSpan(8, 4).SequenceEqual("WEBP"u8).ShouldBeTrue();
        answer.Content.Headers.ContentLength.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task Narrower_files_are_given_and_widths_that_are_not_kept_are_not_there()
    {
        var (address, _) = await AddAsync("narrow");

        (await _node.Client().GetAsync(address.Narrow(480))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _node.Client().GetAsync(address.Narrow(481))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_phone_that_has_it_is_told_so()
    {
        var (address, _) = await AddAsync("known");
        var tag = (await _node.Client().GetAsync(address.ToString())).Headers.ETag!;
        using var ask = new HttpRequestMessage(HttpMethod.Get, address.ToString());
        ask.Headers.IfNoneMatch.Add(tag);

        (await _node.Client().SendAsync(ask)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Another_tenant_an_unknown_picture_a_wrong_size_and_no_address_are_not_there()
    {
        var (address, _) = await AddAsync("mine");
        await AddAsync("theirs");

        foreach (var path in new[] { $"/theirs/media/{address.Id:N}-{address.Width}x{address.Height}.webp", $"/nobody/media/{address.Id:N}-{address.Width}x{address.Height}.webp", $"/mine/media/{Guid.NewGuid():N}-500x400.webp", $"/mine/media/{address.Id:N}-1x1.webp", "/mine/media/..%2f..%2fetc%2fpasswd" })
        {
            (await _node.Client().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private async Task<(MediaAddress Address, TenantFacts Tenant)> AddAsync(string identifier)
    {
        var tenant = await _node.PublishAsync(identifier, Make.NewPage());
        MediaAddress address = default;
        await _node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
        {
            var added = await services.GetRequiredService<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(500, 400)), "a.jpg", ct);
            address = added.Value!.AddressIn(identifier);
        }, default);
        return (address, tenant);
    }
}
