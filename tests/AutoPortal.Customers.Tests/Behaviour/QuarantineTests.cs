using System.Net;
using AutoPortal.Customers.Behaviour;
using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Behaviour.Quarantine;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Behaviour;

public sealed class QuarantineTests(BehaviourFixture fixture) : IClassFixture<BehaviourFixture>
{
    [Fact]
    public async Task What_nobody_declared_waits_with_its_reason_and_is_taken_in_once_it_is_declared()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var played = Told.Event("video_played", block: BehaviourFixture.Block, props: new { seconds = 12 });
        var other = Told.Event("video_played", props: new { seconds = 3, mood = "好" });
        (await node.TellAsync(town, played, other)).ShouldBe(HttpStatusCode.NoContent);
        (await node.TellAsync(town, played)).ShouldBe(HttpStatusCode.NoContent);

        (await town.Tenant.Get<QuarantineQueries>().ListAsync(default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            g => g.Name.ShouldBe("video_played"),
            g => g.Reason.ShouldBe(EventFault.UndeclaredEvent),
            g => g.Count.ShouldBe(2));
        (await town.Tenant.Get<DeclareEvent>().RunAsync("video_played", 1, [new EventField("seconds", EventField.Integer, true, 3_600)], default)).IsOk.ShouldBeTrue();
        (await town.Tenant.Get<ReplayQuarantine>().RunAsync("video_played", 1, default)).Value.ShouldBe(1);
        (await town.Tenant.Get<ReplayQuarantine>().RunAsync("video_played", 1, default)).Value.ShouldBe(0);

        var kept = await town.Tenant.ReadAsync<CustomersDb, PageEvent>(db => db.PageEvents.SingleAsync());
        (kept.Name, kept.Block, kept.PageId, kept.Properties).ShouldBe(("video_played", BehaviourFixture.Block, town.PageId, "{\"seconds\": 12}"));
        (await town.Tenant.ReadAsync<CustomersDb, long>(db => db.PageCounters.Where(c => c.Name == "video_played").SumAsync(c => c.Count))).ShouldBe(1);
        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.QuarantinedEvents.CountAsync())).ShouldBe(1, "the one with a field that is still undeclared");
    }

    [Fact]
    public async Task After_its_replay_an_event_that_is_told_once_more_is_not_counted_again()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var told = Told.Event("poll_answered");
        await node.TellAsync(town, told);
        await town.Tenant.Get<DeclareEvent>().RunAsync("poll_answered", 1, [], default);
        await town.Tenant.Get<ReplayQuarantine>().RunAsync("poll_answered", 1, default);

        // The node that collects learns of the declaration within a few seconds; this one is asked at once.
        await using var another = await CollectNode.OpenAsync(fixture);
        await another.TellAsync(town, told);

        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.PageEvents.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("undeclared_field", "colour")]
    [InlineData("wrong_value", "target")]
    [InlineData("unknown_block", "")]
    [InlineData("unknown_page", "")]
    [InlineData("clock_is_off", "at")]
    public async Task Each_thing_that_does_not_fit_has_its_reason(string reason, string detail)
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var told = reason switch
        {
            "undeclared_field" => Told.Event("click", props: new { target = "a", colour = "red" }),
            "wrong_value" => Told.Event("click", props: new { target = 7 }),
            "unknown_block" => Told.Exposure("no-such-block"),
            "unknown_page" => Told.View(),
            _ => Told.View(at: TimeProvider.System.GetUtcNow().AddDays(-9)),
        };
        if (reason == "unknown_page")
        {
            told["page"] = Make.Id();
        }

        (await node.TellAsync(town, told)).ShouldBe(HttpStatusCode.NoContent);

        var kept = await town.Tenant.ReadAsync<CustomersDb, QuarantinedEvent>(db => db.QuarantinedEvents.SingleAsync());
        (kept.Reason, kept.Detail).ShouldBe((reason, detail));
    }

    [Fact]
    public async Task Numbers_and_addresses_of_persons_are_neither_taken_nor_kept()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);

        await node.TellAsync(town, Told.Click("tel 138 0013 8000"), Told.Click("mail wang@example.com"), Told.Event("order", props: new { phone = "13800138000", as_number = 13_800_138_000, who = "wang@example.com" }));

        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.PageEvents.CountAsync())).ShouldBe(0);
        var kept = await town.Tenant.ReadAsync<CustomersDb, List<QuarantinedEvent>>(db => db.QuarantinedEvents.ToListAsync());
        kept.Count.ShouldBe(3);
        kept.Count(q => q.Reason == EventFault.Personal).ShouldBe(2);
        kept.ShouldAllBe(q => !q.Payload.Contains("8000", StringComparison.Ordinal) && !q.Payload.Contains("wang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_whoever_may_manage_events_declares_replays_and_discards()
    {
        await using var town = fixture.Town();
        await using var reader = town.Tenant.As(f => f with { Permissions = [CustomersPermissions.Read] });

        (await reader.Get<DeclareEvent>().RunAsync("x", 1, [], default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await reader.Get<ReplayQuarantine>().RunAsync("x", 1, default)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await reader.Get<DiscardQuarantine>().RunAsync(new("x", 1, "", "", 1, default), default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task An_event_is_declared_once_with_fields_that_are_words()
    {
        await using var town = fixture.Town();
        var declare = town.Tenant.Get<DeclareEvent>();

        (await declare.RunAsync("page_view", 1, [], default)).Refusal.ShouldBe(CustomerRefusals.SchemaIsThere);
        (await declare.RunAsync("share", 1, [new("channel")], default)).IsOk.ShouldBeTrue();
        (await declare.RunAsync("share", 1, [], default)).Refusal.ShouldBe(CustomerRefusals.SchemaIsThere);
        (await declare.RunAsync("Share!", 1, [], default)).Refusal.ShouldBe(CustomerRefusals.SchemaIsUnfit);
        (await declare.RunAsync("share", 2, [new("a"), new("a")], default)).Refusal.ShouldBe(CustomerRefusals.SchemaIsUnfit);
    }

    [Fact]
    public async Task What_is_discarded_is_gone_and_the_audit_says_how_much()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        await node.TellAsync(town, Told.Event("noise"), Told.Event("noise"));
        var group = (await town.Tenant.Get<QuarantineQueries>().ListAsync(default)).Single();

        (await town.Tenant.Get<DiscardQuarantine>().RunAsync(group, default)).Value.ShouldBe(2);

        (await town.Tenant.ReadAsync<CustomersDb, int>(db => db.QuarantinedEvents.CountAsync())).ShouldBe(0);
    }
}
