using AutoPortal.Activities.List;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;

namespace AutoPortal.Activities.Tests.List;

public sealed class SignUpExportTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static readonly string[] Columns = ["number", "phone", "contact", "dealer"];

    [Fact]
    public async Task The_sign_ups_of_one_activity_go_out_masked_as_they_stand_in_its_drawer()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await tenant.RunningAsync();
        await tenant.SignUpAsync(Make.Form("13800138001"));
        var silent = Make.Form("13800138002");
        silent.Remove("consent_lead_contact");
        await tenant.SignUpAsync(silent);

        var all = await TakeAsync(tenant, activity.Id.ToString(), PageRequest.First(20));
        var called = await TakeAsync(tenant, activity.Id.ToString(), PageRequest.First(20) with { Filters = new Dictionary<string, string> { ["contact"] = "yes" } });

        all.Select(r => r.Cells[1]).ShouldBe(["138****8002", "138****8001"]);
        called.ShouldHaveSingleItem().Cells[1].ShouldBe("138****8001");
        (await List(tenant).CountAsync(new(activity.Id.ToString(), PageRequest.First(20), Columns, false), default)).ShouldBe(2);
        List(tenant).RevealPermission.ShouldBeNull("nobody takes numbers in full from here");
        List(tenant).Columns.Where(c => c.IsPersonal).Select(c => c.Code).ShouldBe(["name", "phone"], "a file with them needs a reason");
    }

    [Fact]
    public async Task A_dealer_takes_those_that_named_it_and_nobody_takes_those_of_no_activity()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Read);
        var activity = await tenant.RunningAsync();
        var named = Make.Form("13800138002");
        named[SignUpFields.Dealer] = KnownDealers.Suzhou.Code;
        await tenant.SignUpAsync(named);
        await tenant.SignUpAsync(Make.Form("13800138003"));
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [KnownDealers.Suzhou.Id] });
        await using var nobody = activities.Tenant();
        await using var stranger = nobody.As(f => f with { TenantId = tenant.Id });
        await using var other = activities.Tenant(ActivitiesPermissions.Read);

        (await TakeAsync(dealer, activity.Id.ToString(), PageRequest.First(20))).ShouldHaveSingleItem().Cells[1].ShouldBe("138****8002");
        (await TakeAsync(tenant, null, PageRequest.First(20))).ShouldBeEmpty();
        (await TakeAsync(tenant, "'; drop", PageRequest.First(20))).ShouldBeEmpty();
        (await TakeAsync(stranger, activity.Id.ToString(), PageRequest.First(20))).ShouldBeEmpty();
        (await TakeAsync(other, activity.Id.ToString(), PageRequest.First(20))).ShouldBeEmpty();
    }

    private static IExportList List(TestTenant tenant) => tenant.Get<IEnumerable<IExportList>>().Single(l => l.Code == SignUpExport.List);

    private static async Task<List<ExportRow>> TakeAsync(TestTenant tenant, string? view, PageRequest query)
    {
        var rows = new List<ExportRow>();
        await foreach (var row in List(tenant).RowsAsync(new(view, query, Columns, false), default))
        {
            rows.Add(row);
        }

        return rows;
    }
}
