using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Tests.Import;

public sealed class UndoLeadFileTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    // Turns move on with every lead that is dispatched, also meanwhile by others: they are no import's to turn back.
    private const string Turns = "rotation_turns";

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task An_undo_brings_every_table_back_to_what_it_was(int seed)
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("leads", LeadRows.Of([.. GeneratedFile.Of(seed + 50, 60)]));
        var before = await tenant.ChecksumsAsync<LeadsDb>(Turns);
        var run = Kernel.Ids.New(TimeProvider.System);
        foreach (var batch in LeadRows.Of([.. GeneratedFile.Of(seed, 90)]).Chunk(25))
        {
            leads.Time.Advance(TimeSpan.FromMilliseconds(5));
            await tenant.ImportAsync("leads", batch, run: run);
        }

        (await tenant.ChecksumsAsync<LeadsDb>(Turns)).ShouldNotBe(before);

        var undone = await tenant.UndoAsync("leads", run);

        undone.Left.ShouldBe(0);
        (await tenant.ChecksumsAsync<LeadsDb>(Turns)).ShouldBe(before);
        (await tenant.UndoAsync("leads", run)).ShouldBe(new UndoTally(0, 0));
        (await tenant.ChecksumsAsync<LeadsDb>(Turns)).ShouldBe(before);
    }

    [Fact]
    public async Task A_lead_that_somebody_worked_on_is_left_and_listed()
    {
        await using var tenant = leads.Tenant();
        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Name = "王红" }, Make.Written() with { Phone = "13900000001" }));
        await tenant.SaveAsync<LeadsDb, int>(async db =>
        {
            var lead = await db.Leads.IgnoreQueryFilters([Kernel.Data.ModuleDb.ReachFilter]).SingleAsync(l => l.Name == "王红");
            Steps.Take(lead, LeadTrigger.FollowUp, Make.Now).ShouldBeNull();
            return 0;
        });

        (await tenant.UndoAsync("leads", run)).ShouldBe(new UndoTally(1, 1));

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().Name.ShouldBe("王红");
        (await tenant.ImportedAsync("leads", run)).Select(r => (r.Number, r.UndoLeft)).ShouldContain((2, "changed_since"));
    }

    [Fact]
    public async Task What_was_taken_back_can_be_brought_in_again()
    {
        await using var tenant = leads.Tenant();
        var rows = LeadRows.Of(Make.Written());
        await tenant.UndoAsync("leads", await tenant.ImportAsync("leads", rows));

        var again = await tenant.TallyAsync("leads", await tenant.ImportAsync("leads", rows));

        (again.Unchanged, again.Results["accepted"]).ShouldBe((0, 1));
        (await tenant.LeadsAsync()).ShouldHaveSingleItem().EnquiryCount.ShouldBe(1);
    }
}
