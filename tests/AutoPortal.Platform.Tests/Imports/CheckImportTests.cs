using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class CheckImportTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Odd = "网点号,招牌,大区,省份,城市,业态\nN0001,新店,北区,上海,上海,4S店";

    [Fact]
    public async Task Columns_that_a_person_matched_are_matched_again_in_the_next_file_of_the_same_shape()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var first = await clerk.OrderAsync(Odd);
        (await clerk.ViewAsync(first)).Run.Columns.ShouldBe([null, null, "region", "province", "city", "kind"]);
        string?[] columns = ["code", "name", "region", "province", "city", null];

        (await clerk.CheckAsync(first, columns)).IsOk.ShouldBeTrue();

        var next = await clerk.OrderAsync(Odd.Replace("新店", "又一家", StringComparison.Ordinal));
        (await clerk.ViewAsync(next)).Run.Columns.ShouldBe(columns);
        var other = await clerk.OrderAsync("备注," + Odd.Replace("\n", "\n无,", StringComparison.Ordinal));
        (await clerk.ViewAsync(other)).Run.Columns.ShouldBe([null, null, null, "region", "province", "city", "kind"]);
    }

    [Fact]
    public async Task A_file_without_a_required_column_is_asked_about_by_its_title()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.OrderAsync(Odd);

        var outcome = await clerk.CheckAsync(run);

        outcome.Refusal.ShouldBe(ImportRefusals.ColumnsAreMissing(""));
        outcome.Refusal!.Details.ShouldBe(["经销商代码"]);
    }

    [Fact]
    public async Task A_tenant_with_two_brands_is_asked_which()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var second = new Brand(Ids.New(platform.Now), "second", "第二品牌", Brand.LongScheme);
        await platform.InTenantAsync(clerk.Town.Tenant.Id, db => Task.FromResult(db.Add(second).State));
        platform.Get<Directories.OrganisationMemory>().Forget(clerk.Town.Tenant.Id);
        var run = await clerk.OrderAsync(Clerk.Dealers(1));

        (await clerk.CheckAsync(run)).Refusal.ShouldBe(ImportRefusals.BrandIsMissing);

        (await clerk.CheckAsync(run, wishes: new ImportWishes(clerk.Town.Brand.Id, ImportMode.Upsert, false, true))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_given_up_writes_nothing_and_goes_no_further()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Clerk.Dealers(2));

        (await clerk.Steer.DropAsync(run, default)).IsOk.ShouldBeTrue();

        (await clerk.ViewAsync(run)).Run.State.ShouldBe(ImportState.Dropped);
        (await clerk.Steer.ApplyAsync(run, null, default)).Refusal.ShouldBe(ImportRefusals.NotNow);
        (await clerk.CheckAsync(run)).Refusal.ShouldBe(ImportRefusals.NotNow);
    }

    [Fact]
    public async Task Another_tenants_run_does_not_exist_here()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await using var stranger = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Clerk.Dealers(1));

        (await stranger.Visitor.Get<ImportQueries>().ViewAsync(run, default)).ShouldBeNull();
        (await stranger.Steer.ApplyAsync(run, null, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Steer.DropAsync(run, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await stranger.Visitor.Get<ImportQueries>().ListAsync(Kernel.Paging.PageRequest.First(20), default)).Rows.ShouldBeEmpty();
    }
}
