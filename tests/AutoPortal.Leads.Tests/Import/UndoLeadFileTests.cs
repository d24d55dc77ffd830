using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Clocks;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
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

    [Theory, InlineData(1), InlineData(26), InlineData(72)]
    public async Task A_file_of_news_goes_without_a_trace_whatever_the_house_did_about_its_leads_meanwhile(int hours)
    {
        leads.Time.Set(Make.Now);
        leads.Neighbours.CameOnDuty.Clear();
        leads.Neighbours.Holders[(RoleTemplate.DealerManager, Neighbours.Tianhe.Id)] = Make.Id(70100);
        await using var tenant = leads.Tenant();
        var before = await tenant.ChecksumsAsync<LeadsDb>(Turns);
        var run = await tenant.ImportAsync("leads", LeadRows.Of([.. GeneratedFile.Of(7, 60)]), order => order with { IsQuiet = false });
        var waiting = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Phone = "13811112222", Dealer = Neighbours.Shenzhen.Name }), order => order with { IsQuiet = false });
        (await tenant.LeadsAsync()).ShouldContain(l => l.State == LeadState.Dispatched);

        leads.Time.Advance(TimeSpan.FromHours(hours));
        leads.Neighbours.CameOnDuty[Make.Id(7031)] = true;
        await HouseAsync(tenant);
        leads.Neighbours.CameOnDuty.Clear();

        (await tenant.LeadsAsync()).ShouldNotContain(l => l.State == LeadState.Dispatched, "the advisor who came got what waited");
        (await tenant.ReadAsync<LeadsDb, int>(db => db.ClockBreaches.IgnoreQueryFilters([Kernel.Data.ModuleDb.ReachFilter]).CountAsync())).ShouldBeGreaterThan(0);
        (await tenant.UndoAsync("leads", waiting)).ShouldBe(new UndoTally(1, 0));
        (await tenant.UndoAsync("leads", run)).Left.ShouldBe(0);
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
    public async Task A_person_who_enquired_again_keeps_their_lead_although_the_house_looked_at_it_too()
    {
        leads.Time.Set(Make.Now);
        await using var tenant = leads.Tenant();
        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Phone = "13812345678" }), order => order with { IsQuiet = false });
        await tenant.ArriveAsync(tenant.SignUp());

        leads.Time.Advance(TimeSpan.FromHours(4));
        await HouseAsync(tenant);

        (await tenant.UndoAsync("leads", run)).ShouldBe(new UndoTally(0, 1));
        (await tenant.LeadsAsync()).ShouldHaveSingleItem();
    }

    private static async Task HouseAsync(TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        while (await house.Get<AssignWaitingLeads>().RunAsync(default) | await house.Get<RunClocks>().RunAsync(default))
        {
        }
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
