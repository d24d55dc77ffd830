using System.Text.Json;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Media;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Media;

public sealed class MediaOwnerTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_dealer_sees_HQs_pictures_and_its_own_and_HQ_sees_all()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        await using var east = At(hq, KnownDealers.East);
        await using var west = At(hq, KnownDealers.West);
        await AddAsync(hq, "总部", 500);
        await AddAsync(east, "东店", 510);
        await AddAsync(west, "西店", 520);

        (await NamesAsync(east)).ShouldBe(["东店", "总部"]);
        (await NamesAsync(east, "hq")).ShouldBe(["总部"]);
        (await NamesAsync(east, "dealers")).ShouldBe(["东店"]);
        (await NamesAsync(hq)).ShouldBe(["西店", "东店", "总部"]);
        (await hq.Get<MediaQueries>().ListAsync(new("东"), default)).Single().Owner.ShouldBe("辰星上海1店");
    }

    [Fact]
    public async Task A_dealer_changes_and_removes_its_own_pictures_only()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        await using var east = At(hq, KnownDealers.East);
        await using var west = At(hq, KnownDealers.West);
        var hqs = await AddAsync(hq, "总部", 500);
        var mine = await AddAsync(east, "东店", 510);

        (await east.Get<DescribePicture>().RunAsync(hqs, "x", "x", default)).Refusal.ShouldBe(MediaRefusals.IsHqs);
        (await east.Get<RemovePicture>().RunAsync(hqs, default)).Refusal.ShouldBe(MediaRefusals.IsHqs);
        (await west.Get<DescribePicture>().RunAsync(mine, "x", "x", default)).Refusal.ShouldBe(MediaRefusals.NotFound);
        (await west.Get<RemovePicture>().RunAsync(mine, default)).Refusal.ShouldBe(MediaRefusals.NotFound);
        (await east.Get<DescribePicture>().RunAsync(mine, "新名", "", default)).IsOk.ShouldBeTrue();
        (await hq.Get<DescribePicture>().RunAsync(mine, "总部起的名", "", default)).IsOk.ShouldBeTrue();
        (await east.Get<RemovePicture>().RunAsync(mine, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_picture_of_two_owners_stays_for_one_when_the_other_removes_it()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        await using var east = At(hq, KnownDealers.East);
        var hqs = await AddAsync(hq, "总部", 500);
        var mine = await AddAsync(east, "东店", 500);

        mine.ShouldNotBe(hqs);
        (await east.Get<RemovePicture>().RunAsync(mine, default)).IsOk.ShouldBeTrue();

        var sha256 = await hq.ReadAsync<PagesDb, string>(db => db.MediaPictures.Where(p => p.Id == hqs).Select(p => p.Sha256).SingleAsync());
        (await hq.Get<FileStore>().FindAsync(sha256, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_reaches_several_dealers_is_asked_whose_it_is()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        await using var region = hq.As(f => f with { Reach = Reach.Region, DealerIds = [KnownDealers.East, KnownDealers.West], UserId = Guid.CreateVersion7() });

        (await region.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(500, 400)), "a.jpg", default)).Refusal.ShouldBe(MediaRefusals.WhoseIsIt);
    }

    [Fact]
    public async Task A_dealers_picture_on_HQs_page_stays_though_the_dealer_does_not_see_the_page()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        await using var east = At(hq, KnownDealers.East);
        var mine = await AddAsync(east, "东店", 510);
        await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Showing(mine)), default);

        (await east.Get<RemovePicture>().RunAsync(mine, default)).Refusal.ShouldBe(MediaRefusals.IsUsed(1));
        (await east.Get<MediaQueries>().UsageAsync(mine, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_picture_that_left_the_draft_is_held_by_the_version_that_could_come_back()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var picture = await AddAsync(hq, "总部", 500);
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Showing(picture)), default)).Value;
        await hq.Get<IPagePublishing>().PublishAsync(page, default);
        (await hq.Get<MediaQueries>().UsageAsync(picture, default)).Single().Where.ShouldBe("live");

        await hq.Get<EditPage>().RunAsync(page, new TakeBlocks([new("one")]), Guid.CreateVersion7(), default);
        await hq.Get<IPagePublishing>().PublishAsync(page, default);

        (await hq.Get<MediaQueries>().UsageAsync(picture, default)).Single().Where.ShouldBe("version");
        (await hq.Get<RemovePicture>().RunAsync(picture, default)).Refusal.ShouldBe(MediaRefusals.IsUsed(1));
    }

    [Fact]
    public async Task A_picture_that_only_a_draft_showed_may_go_when_it_has_left_it()
    {
        await using var hq = pages.Tenant(PagesPermissions.All);
        var picture = await AddAsync(hq, "总部", 500);
        var page = (await hq.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: Make.SoundDocument()), default)).Value;
        var block = PageDocument.Parse(Showing(picture)).Blocks[0] with { Id = "new" };
        (await hq.Get<EditPage>().RunAsync(page, new PutBlocks([new(PageDocument.RootId, 0, block)]), Guid.CreateVersion7(), default)).Refusal.ShouldBeNull();
        (await hq.Get<RemovePicture>().RunAsync(picture, default)).Refusal.ShouldBe(MediaRefusals.IsUsed(1));

        await hq.Get<EditPage>().RunAsync(page, new TakeBlocks([new("new")]), Guid.CreateVersion7(), default);

        (await hq.Get<RemovePicture>().RunAsync(picture, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Addresses_are_found_wherever_they_stand_and_nothing_else_is()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var document = JsonSerializer.Serialize(new { a = $"/x/media/{one:N}-5x4.webp", b = new[] { $"https://m.example.cn/x/media/{other:N}-5x4-480.webp", "/media/", "/x/media/not-a-picture", $"/x/media/{one:N}" } });

        MediaReferences.In(document).ShouldBe([one, other], ignoreOrder: true);
    }

    private static string Showing(Guid picture) => Make.Document($$"""{ "kind": "image", "version": 1, "id": "one", "picture": { "src": "/x/media/{{picture:N}}-500x400.webp" } }""");

    private static TestTenant At(TestTenant hq, Guid dealer) => hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [dealer], UserId = Guid.CreateVersion7() });

    private static async Task<Guid> AddAsync(TestTenant tenant, string name, int width)
    {
        var added = await tenant.Get<AddPicture>().RunAsync(new MemoryStream(Photo.Jpeg(width, 400)), name + ".jpg", default);
        added.Refusal.ShouldBeNull();
        return added.Value!.Id;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(TestTenant tenant, string? owner = null) => [.. (await tenant.Get<MediaQueries>().ListAsync(new(Owner: owner), default)).Select(r => r.Name)];
}
