using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Import;

public sealed class LeadFileTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Every_row_says_what_became_of_it_beside_the_cell_that_decided()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13800138000"), ("reason", "竞品")]));

        var run = await tenant.ImportAsync("leads", LeadRows.Of(
            Make.Written(),
            Make.Written() with { Phone = "+86 138-1234-5678", Window = "7天内" },
            Make.Written() with { Phone = "无" },
            Make.Written() with { Phone = "13900000001", Consent = "否" },
            Make.Written() with { Phone = "13800138000" },
            Make.Written() with { Phone = "13900000002", Name = null, Nickname = null }));

        (await tenant.TallyAsync("leads", run)).Results.ShouldBe(new Dictionary<string, int>
        {
            ["accepted"] = 1, ["merged"] = 1, ["invalid:bad_phone"] = 1, ["invalid:no_consent"] = 1, ["invalid:blocked"] = 1, ["invalid:missing_field"] = 1,
        }, ignoreOrder: true);
        (await tenant.ImportedAsync("leads", run)).Select(r => (r.Number, r.Outcome, r.Issues.FirstOrDefault(i => !i.IsWarning)?.Field)).ShouldBe(
        [
            (2, RowOutcome.Created, null), (3, RowOutcome.Merged, null), (4, RowOutcome.Refused, "phone"),
            (5, RowOutcome.Refused, "consent"), (6, RowOutcome.Refused, "phone"), (7, RowOutcome.Refused, "name"),
        ]);
    }

    [Fact]
    public async Task Words_that_no_rule_knows_are_flagged_beside_their_cells_and_the_row_is_taken()
    {
        await using var tenant = leads.Tenant();

        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Series = "云海 S3", City = "亚特兰蒂斯" }));

        var row = (await tenant.ImportedAsync("leads", run)).ShouldHaveSingleItem();
        row.Outcome.ShouldBe(RowOutcome.Created);
        row.Issues.Select(i => (i.Field, i.Code, i.IsWarning, i.Details.Single())).ShouldBe([("series", "needs_review", true, "云海 S3"), ("city", "needs_review", true, "亚特兰蒂斯")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_row_without_a_series_says_so_beside_the_series()
    {
        await using var tenant = leads.Tenant();

        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Series = null }));

        (await tenant.ImportedAsync("leads", run)).ShouldHaveSingleItem().Issues.Select(i => (i.Field, i.Code)).ShouldBe([("series", "no_series")]);
    }

    [Fact]
    public async Task A_row_without_a_time_of_purchase_is_not_yet_judged()
    {
        await using var tenant = leads.Tenant();

        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Window = null }, Make.Written() with { Phone = "13900000001", Window = "7天内" }));

        (await tenant.TallyAsync("leads", run)).Facets.ShouldBe(new Dictionary<string, int> { ["N"] = 1, ["H"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_tenants_only_brand_is_meant_where_a_row_names_none()
    {
        await using var tenant = leads.Tenant();

        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Brand = null }));

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().BrandId.ShouldBe(Make.Brand);
    }

    [Fact]
    public async Task A_known_person_who_gives_another_name_is_found_by_it_and_not_by_the_old_one()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Name = "王小明" }));

        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Name = "李大海" }));

        var tokens = await tenant.ReadAsync<LeadsDb, List<string>>(db => db.NameTokens.Select(t => t.Token).ToListAsync());
        tokens.ShouldContain("大海");
        tokens.ShouldNotContain("小明");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task A_preview_counts_what_the_import_of_the_same_file_then_does(int seed)
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13800138000"), ("reason", "测试")]));
        var rows = LeadRows.Of([.. GeneratedFile.Of(seed, 150)]);
        await tenant.ImportAsync("leads", LeadRows.Of([.. GeneratedFile.Of(seed + 100, 30)]));

        var foreseen = await tenant.TallyAsync("leads", await tenant.PreviewAsync("leads", rows, batch: 20), isPreview: true);
        var taken = await tenant.TallyAsync("leads", await tenant.ImportAsync("leads", rows, batch: 33));

        foreseen.Results.ShouldBe(taken.Results, ignoreOrder: true);
        foreseen.Facets.ShouldBe(taken.Facets, ignoreOrder: true);
        foreseen.Outcomes.ShouldBe(taken.Outcomes, ignoreOrder: true);
        (foreseen.Rows, foreseen.Warned, foreseen.Unchanged).ShouldBe((taken.Rows, taken.Warned, taken.Unchanged));
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await using var tenant = leads.Tenant();
        var before = await tenant.ChecksumsAsync<Data.LeadsDb>();

        await tenant.PreviewAsync("leads", LeadRows.Of([.. GeneratedFile.Of(seed: 5, rows: 60)]));

        (await tenant.ChecksumsAsync<Data.LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_was_imported_before_changes_nothing_when_it_comes_again()
    {
        await using var tenant = leads.Tenant();
        var rows = LeadRows.Of([.. GeneratedFile.Of(seed: 6, rows: 80)]);
        var first = await tenant.TallyAsync("leads", await tenant.ImportAsync("leads", rows));
        var before = await tenant.ChecksumsAsync<Data.LeadsDb>();

        var again = await tenant.TallyAsync("leads", await tenant.ImportAsync("leads", rows));

        again.Results.ShouldBe(first.Results, ignoreOrder: true);
        again.Unchanged.ShouldBe(80);
        (await tenant.ChecksumsAsync<Data.LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_imports_of_one_phone_at_the_same_instant_give_one_lead()
    {
        await using var tenant = leads.Tenant();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { District = $"第{n}区" })))));

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.EnquiryCount, lead.Touches.Count).ShouldBe((4, 4));
        (await Task.WhenAll(runs.Select(r => tenant.TallyAsync("leads", r)))).Sum(t => t.Results.GetValueOrDefault("accepted")).ShouldBe(1);
    }

    [Fact]
    public async Task People_of_a_dealer_bring_in_their_own_dealers_rows_only()
    {
        await using var tenant = leads.Tenant();

        var run = await tenant.ImportAsync("leads", LeadRows.Of(
            Make.Written() with { Phone = "13900000001", Dealer = "D701" },
            Make.Written() with { Phone = "13900000002", Dealer = "D702" },
            Make.Written() with { Phone = "13900000003", Dealer = null }), order => order with { DealerIds = [Neighbours.Tianhe.Id] });

        (await tenant.TallyAsync("leads", run)).Results.ShouldBe(new Dictionary<string, int> { ["accepted"] = 1, ["refused:other_dealer"] = 2 }, ignoreOrder: true);
        (await tenant.LeadsAsync()).ShouldHaveSingleItem().DealerId.ShouldBe(Neighbours.Tianhe.Id);
    }
}
