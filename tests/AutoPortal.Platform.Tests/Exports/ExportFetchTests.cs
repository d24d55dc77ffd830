using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>Who gets the file, for how long, and what is written down.</summary>
public sealed class ExportFetchTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task The_orderer_fetches_the_file_and_each_time_is_written_down()
    {
        var (town, runner, admin, job) = await ReadyAsync();

        (await FetchAsync(admin, job, admin)).IsOk.ShouldBeTrue();
        (await FetchAsync(admin, job, admin)).IsOk.ShouldBeTrue();

        await using var person = await Visitor.OfAsync(platform, admin);
        var details = (await person.Get<ExportQueries>().FindAsync(job, default)).ShouldNotBeNull();
        details.Fetched.Count.ShouldBe(2);
        details.Fetched[0].ByName.ShouldBe("测试员");
        (await runner.ReadAsync(job)).RowCount.ShouldBe(3);
        town.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_link_opens_nothing_for_another_person_or_another_export_or_without_its_seal()
    {
        var (town, runner, admin, job) = await ReadyAsync();
        var colleague = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var other = (await runner.OrderAsync(admin, ExportRunner.Crowd(2))).Value;

        (await FetchAsync(colleague, job, admin)).Refusal.ShouldBe(Refusal.NotFound, "sent on");
        (await FetchAsync(colleague, job, colleague)).Refusal.ShouldBe(Refusal.NotFound, "even who may approve it did not order it");
        (await FetchAsync(admin, job, admin, seal: "x")).Refusal.ShouldBe(Refusal.NotFound);
        (await FetchAsync(admin, job, admin, sealOf: other)).Refusal.ShouldBe(Refusal.NotFound);
        (await FetchAsync(admin, other, admin)).Refusal.ShouldBe(Refusal.NotFound, "not written yet");
    }

    [Fact]
    public async Task Another_tenant_has_no_such_export()
    {
        var (_, _, admin, job) = await ReadyAsync();
        var abroad = await platform.BuildAsync();
        var stranger = await abroad.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null, known: admin.Account);

        (await FetchAsync(stranger, job, admin)).Refusal.ShouldBe(Refusal.NotFound);
        await using var person = await Visitor.OfAsync(platform, stranger);
        (await person.Get<ExportQueries>().FindAsync(job, default)).ShouldBeNull();
        (await person.Get<DecideExport>().ApproveAsync(job, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await person.Get<CancelExport>().RunAsync(job, default)).Refusal.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task After_seven_days_the_link_has_expired_and_the_bytes_are_gone()
    {
        var (town, runner, admin, job) = await ReadyAsync();
        var file = (await runner.ReadAsync(job)).FileSha256!;
        await platform.InTenantAsync(town.Tenant.Id, db => db.ExportJobs.Where(j => j.Id == job).ExecuteUpdateAsync(set => set.SetProperty(j => j.ExpiresAt, platform.Now.GetUtcNow().AddSeconds(-1))));

        (await FetchAsync(admin, job, admin)).Refusal.ShouldBe(ExportRefusals.HasExpired, "also before the job came by");
        await ExpireAsync(town);

        (await FetchAsync(admin, job, admin)).Refusal.ShouldBe(ExportRefusals.HasExpired);
        (await runner.ReadAsync(job)).ShouldSatisfyAllConditions(j => j.State.ShouldBe(ExportState.Expired), j => j.IsFileKept.ShouldBeFalse(), j => j.FileSha256.ShouldBe(file, "the log still knows which file it was"));
        await platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "test", async (services, ct) => (await services.GetRequiredService<FileStore>().FindAsync(file, ct)).ShouldBeNull(), default);
    }

    private Task ExpireAsync(Town town) => platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "test", (services, ct) => services.GetRequiredService<ExpireExports>().RunAsync(ct), default);

    private async Task<(Town Town, ExportRunner Runner, Member Admin, Guid Job)> ReadyAsync()
    {
        var town = await platform.BuildAsync();
        var runner = new ExportRunner(platform, town);
        var admin = await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null);
        var job = (await runner.OrderAsync(admin, ExportRunner.Crowd(3))).Value;
        await runner.WriteAsync(job);
        return (town, runner, admin, job);
    }

    private async Task<Outcome<ExportDelivery>> FetchAsync(Member member, Guid job, Member linkOf, string? seal = null, Guid? sealOf = null)
    {
        await using var person = await Visitor.OfAsync(platform, member);
        var link = person.Get<ExportLinks>().For(sealOf ?? job, linkOf.Account.Id);
        return await person.Get<DownloadExport>().RunAsync(job, seal ?? link[(link.IndexOf("seal=", StringComparison.Ordinal) + 5)..], default);
    }
}
