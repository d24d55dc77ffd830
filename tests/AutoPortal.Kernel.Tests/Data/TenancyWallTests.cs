using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AutoPortal.Kernel.Tests.Data;

public sealed class TenancyWallTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly Guid Dealer = Guid.CreateVersion7();
    private static readonly Guid OtherDealer = Guid.CreateVersion7();

    [Fact]
    public async Task Another_tenants_row_does_not_exist_here()
    {
        await using var one = sample.Tenant();
        await using var two = sample.Tenant();
        var id = await one.SaveAsync<SampleDb>(new Note("ours"));

        var seen = await two.ReadAsync<SampleDb, Note?>(db => db.Notes.FirstOrDefaultAsync(n => n.Id == id));

        seen.ShouldBeNull();
    }

    [Fact]
    public async Task With_the_filters_lifted_row_level_security_alone_still_yields_nothing()
    {
        await using var one = sample.Tenant();
        await using var two = sample.Tenant();
        await one.SaveAsync<SampleDb>(new Note("ours"));

        var seen = await two.ReadAsync<SampleDb, int>(db => db.Notes.IgnoreQueryFilters().CountAsync());
        var own = await one.ReadAsync<SampleDb, int>(db => db.Notes.IgnoreQueryFilters().CountAsync());

        seen.ShouldBe(0);
        own.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_scope_there_are_no_rows_and_no_error_even_on_a_reused_connection()
    {
        await using var one = sample.Tenant();
        await one.SaveAsync<SampleDb>(new Note("ours"));
        var source = one.Get<NpgsqlDataSource>();

        for (var i = 0; i < 3; i++)
        {
            await using var command = source.CreateCommand("select count(*) from sample.notes");
            (await command.ExecuteScalarAsync()).ShouldBe(0L);
        }
    }

    [Fact]
    public async Task A_row_of_another_tenant_cannot_be_written_past_the_context()
    {
        await using var one = sample.Tenant();
        await using var two = sample.Tenant();

        var write = () => two.ReadAsync<SampleDb, int>(db => db.Sql().ExecuteAsync(
            "insert into sample.notes (tenant_id, id, text) values (@foreign, @id, 'x'); -- {tenant_id}", new { foreign = one.Id, id = Guid.CreateVersion7() }, default));

        (await write.ShouldThrowAsync<PostgresException>()).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task A_dealer_sees_its_own_rows_and_a_person_held_to_their_own_sees_theirs()
    {
        await using var hq = sample.Tenant();
        var advisor = Guid.CreateVersion7();
        await hq.SaveAsync<SampleDb>(new Note("hq"));
        await hq.SaveAsync<SampleDb>(new Note("dealer", Dealer));
        await hq.SaveAsync<SampleDb>(new Note("mine", Dealer, advisor));
        await hq.SaveAsync<SampleDb>(new Note("other", OtherDealer));
        await using var dealer = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [Dealer] });
        await using var own = hq.As(f => f with { Reach = Reach.Own, DealerIds = [Dealer], UserId = advisor });

        (await TextsAsync(hq)).ShouldBe(["dealer", "hq", "mine", "other"]);
        (await TextsAsync(dealer)).ShouldBe(["dealer", "mine"]);
        (await TextsAsync(own)).ShouldBe(["mine"]);
    }

    [Fact]
    public async Task Hand_written_sql_gets_the_same_reach()
    {
        await using var hq = sample.Tenant();
        await hq.SaveAsync<SampleDb>(new Note("hq"));
        await hq.SaveAsync<SampleDb>(new Note("dealer", Dealer));
        await using var dealer = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [Dealer] });

        var texts = await dealer.ReadAsync<SampleDb, IReadOnlyList<string>>(db => db.Sql().QueryAsync<string>("select n.text from sample.notes n where {reach:n}", null, default));

        texts.ShouldBe(["dealer"]);
    }

    [Fact]
    public async Task Hand_written_sql_without_a_place_for_the_scope_is_refused()
    {
        await using var tenant = sample.Tenant();

        var read = () => tenant.ReadAsync<SampleDb, IReadOnlyList<string>>(db => db.Sql().QueryAsync<string>("select text from sample.notes", null, default));

        await read.ShouldThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_dealer_cannot_change_a_row_it_was_handed_from_outside_its_reach()
    {
        await using var hq = sample.Tenant();
        var note = new Note("other", OtherDealer);
        await hq.SaveAsync<SampleDb>(note);
        await using var dealer = hq.As(f => f with { Reach = Reach.Dealer, DealerIds = [Dealer] });

        var change = () => dealer.SaveAsync<SampleDb, bool>(db =>
        {
            db.Attach(note);
            note.Rewrite("taken");
            return Task.FromResult(true);
        });

        await change.ShouldThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_that_the_row_changed_meanwhile()
    {
        await using var tenant = sample.Tenant();
        var id = await tenant.SaveAsync<SampleDb>(new Note("first"));
        var dbs = tenant.Get<IDbContextFactory<SampleDb>>();
        await using var mine = await dbs.CreateDbContextAsync();
        await using var theirs = await dbs.CreateDbContextAsync();
        (await mine.Notes.SingleAsync(n => n.Id == id)).Rewrite("mine");
        (await theirs.Notes.SingleAsync(n => n.Id == id)).Rewrite("theirs");

        (await mine.SaveAsync()).IsOk.ShouldBeTrue();
        (await theirs.SaveAsync()).Refusal.ShouldBe(Refusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Every_change_is_audited_with_who_and_from_where_and_personal_values_are_masked()
    {
        await using var tenant = sample.Tenant();
        var id = await tenant.SaveAsync<SampleDb>(new Note("first", phone: "13812345678"));
        await tenant.SaveAsync<SampleDb, bool>(async db =>
        {
            (await db.Notes.SingleAsync(n => n.Id == id)).Rewrite("second");
            return true;
        });

        var entries = await tenant.ReadAsync<SampleDb, List<AuditEntry>>(db => db.Set<AuditEntry>().Where(e => e.EntityId == id).OrderBy(e => e.Id).ToListAsync());

        entries.Select(e => e.Action).ShouldBe(["added", "changed"]);
        entries.ShouldAllBe(e => e.ActorId == tenant.Facts.UserId && e.Origin == "127.0.0.1" && e.Entity == "note");
        entries[0].After!.ShouldNotContain("13812345678");
        entries[1].Before!.ShouldContain("first");
        entries[1].After!.ShouldContain("second");
    }

    [Fact]
    public async Task The_audit_can_be_added_to_but_not_rewritten()
    {
        await using var tenant = sample.Tenant();
        await tenant.SaveAsync<SampleDb>(new Note("first"));

        var rewrite = () => tenant.ReadAsync<SampleDb, int>(db => db.Sql().ExecuteAsync("update sample.audit_entries set actor_name = 'x' where {tenant:}", null, default));

        (await rewrite.ShouldThrowAsync<PostgresException>()).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task Audit_and_outbox_are_partitioned_by_month_and_this_month_has_its_partition()
    {
        await using var tenant = sample.Tenant();
        await tenant.SaveAsync<SampleDb>(new Note("first"));
        await using var owner = NpgsqlDataSource.Create(sample.Database.Connections.PortalOwner);
        await using var command = owner.CreateCommand("select tableoid::regclass::text from sample.audit_entries limit 1");

        ((string)(await command.ExecuteScalarAsync())!).ShouldStartWith($"sample.audit_entries_y{TimeProvider.System.GetUtcNow():yyyy}m");
    }

    [Fact]
    public async Task The_owner_of_the_tables_is_refused_as_application_role()
    {
        await using var owner = NpgsqlDataSource.Create(sample.Database.Connections.PortalOwner);
        await using var application = NpgsqlDataSource.Create(sample.Database.Connections.Portal);

        (await ApplicationRoleCheck.FindFaultAsync(owner, default)).ShouldNotBeNull();
        (await ApplicationRoleCheck.FindFaultAsync(application, default)).ShouldBeNull();
    }

    private static Task<List<string>> TextsAsync(TestTenant who)
        => who.ReadAsync<SampleDb, List<string>>(db => db.Notes.OrderBy(n => n.Text).Select(n => n.Text).ToListAsync());
}
