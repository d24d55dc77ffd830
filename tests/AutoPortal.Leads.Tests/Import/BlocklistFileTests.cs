using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Import;

public sealed class BlocklistFileTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    private static readonly IReadOnlyList<ImportRow> File = ImportTrial.File(
        [("phone", "13800138000"), ("reason", "测试")],
        [("phone", "138-0013-8000"), ("reason", "测试")],
        [("phone", "13900139000"), ("reason", "不喜欢")],
        [("phone", "12345"), ("reason", "测试")]);

    [Fact]
    public async Task Each_row_is_new_the_same_or_refused_and_an_unknown_reason_is_said()
    {
        await using var tenant = leads.Tenant();

        var foreseen = await tenant.TallyAsync("blocklist", await tenant.PreviewAsync("blocklist", File, batch: 1), isPreview: true);
        var run = await tenant.ImportAsync("blocklist", File);

        var taken = await tenant.TallyAsync("blocklist", run);
        taken.Results.ShouldBe(new Dictionary<string, int> { ["created"] = 2, ["same"] = 1, ["invalid:bad_phone"] = 1 }, ignoreOrder: true);
        foreseen.Results.ShouldBe(taken.Results, ignoreOrder: true);
        (await tenant.ImportedAsync("blocklist", run)).Where(r => r.Issues.Count > 0).Select(r => (r.Number, r.Issues[0].Code)).ShouldBe([(4, "unknown_word"), (5, "bad_phone")]);
        (await ReasonsAsync(tenant)).ShouldBe([BlockReason.Test, BlockReason.Other], ignoreOrder: true);
    }

    [Fact]
    public async Task A_known_number_takes_the_files_reason_and_an_undo_gives_the_old_one_back()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("blocklist", File);
        var before = await tenant.ChecksumsAsync<LeadsDb>();

        var run = await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13800138000"), ("reason", "竞品")], [("phone", "13700137000"), ("reason", "竞品")]));

        (await tenant.TallyAsync("blocklist", run)).Results.ShouldBe(new Dictionary<string, int> { ["updated"] = 1, ["created"] = 1 }, ignoreOrder: true);
        (await tenant.UndoAsync("blocklist", run)).ShouldBe(new UndoTally(2, 0));
        (await tenant.ChecksumsAsync<LeadsDb>()).ShouldBe(before);
    }

    [Theory, InlineData(ImportMode.Create, "refused:known", "created"), InlineData(ImportMode.Update, "updated", "refused:unknown")]
    public async Task A_mode_holds_the_rows_to_new_or_known_numbers(ImportMode mode, string known, string fresh)
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("blocklist", File);

        var run = await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13800138000"), ("reason", "竞品")], [("phone", "13700137000"), ("reason", "竞品")]), order => order with { Mode = mode });

        (await tenant.ImportedAsync("blocklist", run)).Select(r => r.Result).ShouldBe([known, fresh]);
    }

    private static Task<List<BlockReason>> ReasonsAsync(TestTenant tenant)
        => tenant.ReadAsync<LeadsDb, List<BlockReason>>(db => db.BlockedContacts.Select(b => b.Reason).ToListAsync());
}
