using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Media;

namespace AutoPortal.Pages.Tests.Media;

public sealed class MediaLibraryTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_picture_is_in_the_library_and_can_be_found_by_what_it_shows()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var added = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg()), "C:\\fakepath\\秋季 试驾.jpg", default)).Value!;
        await tenant.Get<DescribePicture>().RunAsync(added.Id, "秋季试驾", "一辆车驶过 100%_山路", default);

        var row = (await tenant.Get<MediaQueries>().ListAsync(new("100%_"), default)).ShouldHaveSingleItem();

        row.Name.ShouldBe("秋季试驾");
        row.Address.ToString().ShouldEndWith($"/media/{added.Id:N}-1600x900.webp");
        (await tenant.Get<MediaQueries>().ListAsync(new("没有"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_picture_is_kept_once()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);

        var first = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Png()), "a.png", default)).Value!;
        var second = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Png()), "b.png", default)).Value!;

        second.Id.ShouldBe(first.Id);
        (await tenant.Get<MediaQueries>().ListAsync(new(""), default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_while_they_are_read()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        await using var endless = new Endless(50 * 1024 * 1024);

        var refused = await tenant.Get<AddPicture>().RunAsync(endless, "big.jpg", default);

        refused.Refusal.ShouldBe(MediaRefusals.TooLarge);
        endless.Taken.ShouldBeLessThan(FileStore.MaxBytes + 200_000);
    }

    [Fact]
    public async Task A_picture_that_a_page_shows_stays_until_no_page_does()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var picture = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(500, 400)), "a.jpg", default)).Value!;
        var document = Make.Document($$"""{ "kind": "image", "version": 1, "id": "one", "picture": { "src": "/x/media/{{picture.Id:N}}-500x400.webp" } }""");
        await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: document), default);

        var refused = await tenant.Get<RemovePicture>().RunAsync(picture.Id, default);

        refused.Refusal.ShouldBe(MediaRefusals.IsUsed(1));
        (await tenant.Get<MediaQueries>().UsageAsync(picture.Id, default)).ShouldHaveSingleItem().Title.In(PageLanguages.Chinese).ShouldBe("金秋试驾季");
    }

    [Fact]
    public async Task A_picture_that_nobody_shows_goes_with_its_files()
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var picture = (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(500, 400)), "a.jpg", default)).Value!;

        (await tenant.Get<RemovePicture>().RunAsync(picture.Id, default)).IsOk.ShouldBeTrue();

        (await tenant.Get<MediaQueries>().ListAsync(new(""), default)).ShouldBeEmpty();
        (await tenant.Get<FileStore>().FindAsync(picture.Sha256, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_may_not_edit_pages_neither_adds_nor_sees_nor_removes()
    {
        await using var tenant = pages.Tenant();

        (await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Png()), "a.png", default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await tenant.Get<RemovePicture>().RunAsync(Guid.NewGuid(), default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await tenant.Get<MediaQueries>().ListAsync(new(""), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_tenants_pictures_are_nobody_elses()
    {
        await using var one = pages.Tenant(PagesPermissions.All);
        await using var other = pages.Tenant(PagesPermissions.All);
        var theirs = (await one.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Png()), "a.png", default)).Value!;

        (await other.Get<MediaQueries>().FindAsync(theirs.Id, default)).ShouldBeNull();
        (await other.Get<DescribePicture>().RunAsync(theirs.Id, "x", "x", default)).Refusal.ShouldBe(MediaRefusals.NotFound);
        (await other.Get<RemovePicture>().RunAsync(theirs.Id, default)).Refusal.ShouldBe(MediaRefusals.NotFound);
    }

    /// <summary>A picture's head and then zeros; counts what was read.</summary>
    private sealed class Endless(long length) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Given(count);

        private int Given(int count)
        {
            var given = (int)Math.Min(count, length - Taken);
            Taken += given;
            return given;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Given(buffer.Length));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
