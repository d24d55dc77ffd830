using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Tests.Import;

/// <summary>The blocklist goes out masked and comes back: each number is known by its exported row.</summary>
public sealed class BlocklistRoundTripTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task A_file_that_comes_back_untouched_changes_nothing_in_whatever_language_it_went_out(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new(language);
        await using var tenant = await BlockedAsync();
        var before = await tenant.ChecksumsAsync<LeadsDb>();

        var run = await tenant.ImportAsync("blocklist", await tenant.ExportAsync("blocklist"));

        (await tenant.TallyAsync("blocklist", run)).Results.ShouldBe(new Dictionary<string, int> { ["same"] = 3 }, ignoreOrder: true);
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task A_reason_is_changed_by_a_row_whose_number_is_masked_and_an_undo_gives_it_back()
    {
        await using var tenant = await BlockedAsync();
        var before = await tenant.ChecksumsAsync<LeadsDb>();

        var file = await tenant.ExportAsync("blocklist", (_, field, text) => (field, text) is ("reason", "测试号码") ? "竞品" : text);
        file.ShouldAllBe(r => r["phone"].Contains("****"));
        var run = await tenant.ImportAsync("blocklist", file);

        (await tenant.ImportedAsync("blocklist", run)).Single(r => r.Result == "updated").Differences.ShouldBe([new CellDifference("reason", "test", "competitor", "test")]);
        (await ReasonsAsync(tenant)).ShouldBe([BlockReason.Competitor, BlockReason.OptedOut, BlockReason.Other], ignoreOrder: true);
        await tenant.UndoAsync("blocklist", run);
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Theory, InlineData(false, "staff"), InlineData(true, "competitor")]
    public async Task A_reason_that_both_sides_changed_stays_until_a_person_says_otherwise(bool takesConflicts, string then)
    {
        await using var tenant = await BlockedAsync();
        var file = await tenant.ExportAsync("blocklist", (_, field, text) => (field, text) is ("reason", "测试号码") ? "竞品" : text);
        await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13800138000"), ("reason", "员工")]));

        var foreseen = await tenant.TallyAsync("blocklist", await tenant.PreviewAsync("blocklist", file), isPreview: true);
        await tenant.ImportAsync("blocklist", file, order => order with { TakeConflicts = takesConflicts });

        foreseen.Conflicts.ShouldBe(1);
        (await ReasonsAsync(tenant)).ShouldBe([StoredWord<BlockReason>.Read(then), BlockReason.OptedOut, BlockReason.Other], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_number_typed_over_the_mask_is_refused_beside_its_cell()
    {
        await using var tenant = await BlockedAsync();

        var run = await tenant.ImportAsync("blocklist", await tenant.ExportAsync("blocklist", (_, field, text) => field == "phone" && text.EndsWith("8000", StringComparison.Ordinal) ? "13700137000" : text));

        (await tenant.ImportedAsync("blocklist", run)).Single(r => r.Outcome is RowOutcome.Refused).Issues.Select(i => (i.Field, i.Code)).ShouldBe([("phone", "never_by_file")]);
    }

    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task Every_reason_is_read_as_the_screens_say_it(string language)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new(language);
        await using var tenant = leads.Tenant();
        var text = tenant.Get<IStringLocalizer<LeadTexts>>();

        Enum.GetValues<BlockReason>().ShouldAllBe(reason => FileWords.ReadBlock(text["cleaning_reason." + StoredWord<BlockReason>.Of(reason)]) == reason);
    }

    private static Task<List<BlockReason>> ReasonsAsync(TestTenant tenant)
        => tenant.ReadAsync<LeadsDb, List<BlockReason>>(db => db.BlockedContacts.Select(b => b.Reason).ToListAsync());

    private async Task<TestTenant> BlockedAsync()
    {
        var tenant = leads.Tenant(LeadsPermissions.Rules);
        await tenant.ImportAsync("blocklist", ImportTrial.File(
            [("phone", "13800138000"), ("reason", "测试")], [("phone", "13900139000"), ("reason", "退订")], [("phone", "13700137001"), ("reason", "不喜欢")]));
        return tenant;
    }
}
