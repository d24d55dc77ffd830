using System.Net;
using System.Net.Http.Headers;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Media;
using AutoPortal.Pages.Media.Films;
using AutoPortal.Pages.Tests.Public;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Tests.Media;

public sealed class FilmLibraryTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_film_stands_in_the_library_with_its_length_and_the_poster_that_was_chosen()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var film = (await tenant.Get<AddFilm>().RunAsync(new MemoryStream(Clip.Mp4()), "秋季试驾.mov", null, default)).Value!;
        var picture = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(500, 400)), "封面.jpg", default)).Value!;

        (await tenant.Get<ChoosePoster>().RunAsync(film.Id, picture.Id, default)).IsOk.ShouldBeTrue();

        var row = (await tenant.Get<MediaQueries>().ListAsync(new(Kind: "films"), default)).ShouldHaveSingleItem();
        row.ShouldSatisfyAllConditions(
            r => r.Name.ShouldBe("秋季试驾"),
            r => r.Film.ToString()!.ShouldEndWith($"/media/{film.Id:N}-1280x720.mp4"),
            r => r.Length.ShouldBe(TimeSpan.FromSeconds(12)),
            r => r.Thumbnail.ShouldNotBeNull().ShouldContain(picture.Id.ToString("N")));
        (await tenant.Get<MediaQueries>().ListAsync(new(Kind: "pictures"), default)).ShouldHaveSingleItem().Id.ShouldBe(picture.Id);
        (await tenant.Get<RemovePicture>().RunAsync(picture.Id, default)).Refusal.ShouldBe(MediaRefusals.IsPoster);
    }

    [Fact]
    public async Task A_film_that_a_page_shows_stays()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var film = (await tenant.Get<AddFilm>().RunAsync(new MemoryStream(Clip.Webm()), "a.webm", null, default)).Value!;
        await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.Document($$"""{ "kind": "video", "version": 1, "id": "one", "film": "/x/media/{{film.Id:N}}-1280x720.webm" }""")), default);

        (await tenant.Get<RemovePicture>().RunAsync(film.Id, default)).Refusal.ShouldBe(MediaRefusals.IsUsed(1));
    }

    [Fact]
    public async Task More_than_fifty_megabytes_are_refused_while_they_are_read()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        await using var endless = new Zeros(60 * 1024 * 1024);

        (await tenant.Get<AddFilm>().RunAsync(endless, "big.mp4", null, default)).Refusal.ShouldBe(MediaRefusals.FilmIsTooLarge);

        endless.Position.ShouldBeLessThan(AddFilm.MaxBytes + 200_000);
    }

    [Fact]
    public async Task A_film_of_forty_megabytes_is_stored_whole()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var film = Clip.Mp4(atEnd: Clip.Box("free", new byte[40 * 1024 * 1024]));

        var added = (await tenant.Get<AddFilm>().RunAsync(new MemoryStream(film), "long.mp4", null, default)).Value!;

        var stored = (await tenant.Get<FileStore>().FindAsync(added.Sha256, default))!;
        stored.FileBytes.ShouldBe(film.Length);
    }

    [Fact]
    public async Task Whoever_may_not_edit_pages_adds_none_and_chooses_no_poster_and_a_dealer_none_of_HQs()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var film = (await tenant.Get<AddFilm>().RunAsync(new MemoryStream(Clip.Mp4()), "a.mp4", null, default)).Value!;
        await using var reader = tenant.As(f => f with { Permissions = [] });
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.East], UserId = Guid.CreateVersion7() });
        await using var stranger = pages.Tenant(PagesPermissions.All);

        (await reader.Get<AddFilm>().RunAsync(new MemoryStream(Clip.Mp4()), "a.mp4", null, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await reader.Get<ChoosePoster>().RunAsync(film.Id, null, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await dealer.Get<ChoosePoster>().RunAsync(film.Id, null, default)).Refusal.ShouldBe(MediaRefusals.IsHqs);
        (await stranger.Get<ChoosePoster>().RunAsync(film.Id, null, default)).Refusal.ShouldBe(MediaRefusals.NotFound);
    }

    [Fact]
    public async Task A_player_gets_the_whole_film_or_the_stretch_it_asks_for_and_nothing_beyond()
    {
        await using var node = await PublicHost.StartAsync(pages);
        var bytes = Clip.Mp4(atEnd: Clip.Box("free", new byte[700_000]));
        var address = await AddAsync(node, "films", bytes);

        var whole = await node.Client().GetAsync(address);
        var middle = await AskAsync(node, address, 261_000, 270_000);
        var beyond = await AskAsync(node, address, 10_000_000, null);

        whole.StatusCode.ShouldBe(HttpStatusCode.OK);
        whole.Headers.AcceptRanges.ShouldContain("bytes");
        whole.Content.Headers.ContentType!.ToString().ShouldBe("video/mp4");
        whole.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        whole.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox");
        whole.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await whole.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        middle.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        middle.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes 261000-270000/{bytes.Length}");
        (await middle.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[261_000..270_001]);
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Another_tenants_film_an_unknown_one_and_one_of_another_type_are_not_there()
    {
        await using var node = await PublicHost.StartAsync(pages);
        var address = await AddAsync(node, "owner", Clip.Webm());
        await AddAsync(node, "other", Clip.Webm());

        (await node.Client().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { address.Replace("/owner/", "/other/", StringComparison.Ordinal), address.Replace(".webm", ".mp4", StringComparison.Ordinal), address.Replace(".webm", ".webp", StringComparison.Ordinal), $"/owner/media/{Guid.NewGuid():N}-1280x720.webm" })
        {
            (await node.Client().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(PublicHost node, string address, long from, long? to)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, address);
        ask.Headers.Range = new RangeHeaderValue(from, to);
        return await node.Client().SendAsync(ask);
    }

    private static async Task<string> AddAsync(PublicHost node, string identifier, byte[] film)
    {
        var tenant = await node.PublishAsync(identifier, Make.NewPage());
        var address = "";
        await node.Get<ScopeRunner>().RunAsync(tenant.Id, "test", async (services, ct) =>
            address = (await services.GetRequiredService<AddFilm>().RunAsync(new MemoryStream(film), "a.mp4", null, ct)).Value!.FilmIn(identifier).ToString()!, default);
        return address;
    }

    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Position);
            Position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
