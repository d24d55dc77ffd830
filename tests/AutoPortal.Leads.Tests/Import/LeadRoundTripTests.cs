using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Import;

/// <summary>The list of leads goes out and comes back: each lead is known by its exported row, its answers may be corrected, and nobody has enquired again.</summary>
public sealed class LeadRoundTripTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task A_file_that_comes_back_untouched_changes_nothing_in_whatever_language_it_went_out(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new(language);
        await using var tenant = await LeadsAsync();
        var before = await tenant.ChecksumsAsync<LeadsDb>();

        var run = await tenant.ImportAsync("leads", await tenant.ExportAsync("leads"));

        (await tenant.TallyAsync("leads", run)).Results.ShouldBe(new Dictionary<string, int> { ["same"] = 3 }, ignoreOrder: true);
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task Answers_are_corrected_and_the_lead_keeps_its_phone_its_owner_and_how_often_the_person_asked()
    {
        await using var tenant = await LeadsAsync();
        var lead = await FirstAsync(tenant);

        var file = await tenant.ExportAsync("leads", (id, field, text) => (id == lead.Id, field) switch { (true, "city") => "深圳市", (true, "district") => "南山区", (true, "window") => "一周内", (true, "name") => "李明明", _ => text });
        file.Single(r => r.Stamp!.RootId == lead.Id)["phone"].ShouldBe("138****5678", "the phone went out masked");
        var run = await tenant.ImportAsync("leads", file);

        var row = (await tenant.ImportedAsync("leads", run)).Single(r => r.RootId == lead.Id);
        row.Result.ShouldBe("updated");
        row.Differences.Select(d => (d.Field, d.Stored, d.Given)).ShouldBe([("name", "李明", "李明明"), ("city", "广州", "深圳"), ("district", "天河区", "南山区"), ("window", "3个月内", "7天内")]);
        var now = await FirstAsync(tenant);
        (now.Name, now.City, now.District, now.Window).ShouldBe(("李明明", "深圳", "南山区", PurchaseWindow.Within7Days));
        (now.PhoneHash, now.OwnerId, now.DealerId, now.State, now.Level, now.EnquiryCount, now.Touches.Count).ShouldBe((lead.PhoneHash, lead.OwnerId, lead.DealerId, lead.State, lead.Level, lead.EnquiryCount, lead.Touches.Count));
        (await tenant.LeadsAsync()).Count.ShouldBe(3);
        (await tenant.ReadAsync<LeadsDb, List<string>>(db => db.NameTokens.Where(t => t.LeadId == lead.Id).Select(t => t.Token).ToListAsync())).ShouldContain("明明");
    }

    [Fact]
    public async Task An_undo_gives_the_answers_back()
    {
        await using var tenant = await LeadsAsync();
        var before = await tenant.ChecksumsAsync<LeadsDb>();

        var run = await tenant.ImportAsync("leads", await tenant.ExportAsync("leads", (_, field, text) => field switch { "city" => "深圳", "district" => "", "name" => "王五", _ => text }));

        (await tenant.TallyAsync("leads", run)).Of(RowOutcome.Updated).ShouldBe(3);
        (await tenant.UndoAsync("leads", run)).ShouldBe(new UndoTally(3, 0));
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task What_changed_here_meanwhile_stays_and_is_shown_three_ways_until_a_person_says_otherwise()
    {
        await using var tenant = await LeadsAsync();
        var lead = await FirstAsync(tenant);
        var file = await tenant.ExportAsync("leads", (id, field, text) => (id == lead.Id, field) is (true, "window") ? "1年以上" : text);
        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Window = "半年内" }));

        var foreseen = await tenant.PreviewAsync("leads", file);
        var conflict = (await tenant.ImportedAsync("leads", foreseen, isPreview: true)).ShouldHaveSingleItem().Differences.ShouldHaveSingleItem();
        conflict.ShouldBe(new CellDifference("window", "6个月内", "1年以上", "3个月内"));
        conflict.IsConflict.ShouldBeTrue();
        await tenant.ImportAsync("leads", file);
        (await FirstAsync(tenant)).Window.ShouldBe(PurchaseWindow.Within6Months);

        await tenant.ImportAsync("leads", await AgainAsync(), order => order with { TakeConflicts = true });
        (await FirstAsync(tenant)).Window.ShouldBe(PurchaseWindow.Over1Year);

        // The same file is known; what is decided anew comes as a file of its own.
        Task<IReadOnlyList<ImportRow>> AgainAsync() => Task.FromResult<IReadOnlyList<ImportRow>>([.. file.Select(r => r with { Key = new RowKeys().Next(r.Values, r.Stamp! with { Version = "again" }) })]);
    }

    [Theory, InlineData("phone", "13900001111"), InlineData("dealer", "D702"), InlineData("source", "抖音")]
    public async Task What_decides_whose_lead_it_is_never_changes_by_file_and_the_row_says_which_cell(string field, string word)
    {
        await using var tenant = await LeadsAsync();
        var before = await tenant.ChecksumsAsync<LeadsDb>();
        var lead = await FirstAsync(tenant);

        var run = await tenant.ImportAsync("leads", await tenant.ExportAsync("leads", (id, cell, text) => id != lead.Id ? text : cell == field ? word : cell == "city" ? "深圳" : text));

        var row = (await tenant.ImportedAsync("leads", run)).Single(r => r.Outcome is RowOutcome.Refused);
        row.Issues.Select(i => (i.Field, i.Code)).ShouldBe([(field, "never_by_file")]);
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_word_that_no_rule_reads_is_no_correction()
    {
        await using var tenant = await LeadsAsync();
        var lead = await FirstAsync(tenant);

        var run = await tenant.ImportAsync("leads", await tenant.ExportAsync("leads", (id, cell, text) => (id == lead.Id, cell) is (true, "series") ? "云海 S3" : text));

        (await tenant.ImportedAsync("leads", run)).Single(r => r.Outcome is RowOutcome.Refused).Issues.Select(i => (i.Field, i.Code, i.Details[0])).ShouldBe([("series", "unknown_word", "云海 S3")]);
    }

    [Fact]
    public async Task A_lead_that_waits_for_a_clerk_goes_its_way_once_its_answer_is_corrected()
    {
        await using var tenant = await LeadsAsync();
        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Phone = "13900000009", Series = "云海 S3" }));
        var waiting = (await tenant.LeadsAsync()).Single(l => l.Queue is CleaningQueue.NeedsReview);

        await tenant.ImportAsync("leads", await tenant.ExportAsync("leads", (id, cell, text) => (id == waiting.Id, cell) is (true, "series") ? "辰星 X7" : text));

        var now = (await tenant.LeadsAsync()).Single(l => l.Id == waiting.Id);
        now.SeriesCode.ShouldBe("x7");
        now.Flags.ShouldNotContain("needs_review:series");
    }

    [Fact]
    public async Task A_whole_phone_that_went_out_with_permission_comes_back_as_the_same_lead()
    {
        await using var tenant = await LeadsAsync();

        var file = await tenant.ExportAsync("leads", isRevealed: true);
        file.Select(r => r["phone"]).ShouldContain("13812345678");

        (await tenant.TallyAsync("leads", await tenant.ImportAsync("leads", file))).Results.ShouldBe(new Dictionary<string, int> { ["same"] = 3 }, ignoreOrder: true);
    }

    [Fact]
    public async Task People_of_a_dealer_correct_their_own_dealers_leads_only_and_other_tenants_have_none_of_them()
    {
        await using var tenant = await LeadsAsync();
        await using var other = leads.Tenant(LeadsPermissions.All);
        var file = await tenant.ExportAsync("leads", (_, field, text) => field == "district" ? "" : text);
        var mine = (await tenant.LeadsAsync()).Count(l => l.DealerId == Neighbours.Yuexiu.Id);

        var run = await tenant.ImportAsync("leads", file, order => order with { DealerIds = [Neighbours.Yuexiu.Id] });
        var elsewhere = await other.ImportAsync("leads", file);

        (await tenant.TallyAsync("leads", run)).Results.ShouldBe(new Dictionary<string, int> { ["updated"] = mine, ["refused:other_dealer"] = 3 - mine }, ignoreOrder: true);
        (await other.TallyAsync("leads", elsewhere)).Results.ShouldBe(new Dictionary<string, int> { ["refused:unknown"] = 3 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_exported_row_twice_counts_once()
    {
        await using var tenant = await LeadsAsync();
        var file = await tenant.ExportAsync("leads", (_, field, text) => field == "district" ? "" : text);
        var twice = file.Append(file[0] with { Number = 99, Key = new string('f', 64) }).ToList();

        var run = await tenant.ImportAsync("leads", twice);

        (await tenant.TallyAsync("leads", run)).Outcomes.ShouldBe(new Dictionary<RowOutcome, int> { [RowOutcome.Updated] = 3, [RowOutcome.Skipped] = 1 }, ignoreOrder: true);
    }

    private static async Task<Lead> FirstAsync(TestTenant tenant) => (await tenant.LeadsAsync()).Single(l => l.PhoneTail == "5678");

    private async Task<TestTenant> LeadsAsync()
    {
        var tenant = leads.Tenant(LeadsPermissions.All);
        await tenant.ImportAsync("leads", LeadRows.Of(
            Make.Written() with { District = "天河区" },
            Make.Written() with { Phone = "13900000001", Name = "王强", District = "越秀区", Dealer = "D702" },
            Make.Written() with { Phone = "13900000002", Name = "赵敏", District = "天河区" }));
        return tenant;
    }
}
