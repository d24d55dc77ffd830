using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Tests.Data;

public sealed class BulkInsertTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Many_rows_are_stored_as_if_each_had_been_saved_audit_and_mask_included()
    {
        await using var tenant = sample.Tenant();
        var dealer = Guid.CreateVersion7();
        Note[] notes = [new("one", dealer, null, "13812345678"), new("two"), new("'; drop table sample.notes; --", null, dealer)];

        await tenant.SaveAsync<SampleDb, int>(async db =>
        {
            await db.InsertManyAsync(notes, default);
            return 0;
        });

        var stored = await tenant.ReadAsync<SampleDb, List<Note>>(db => db.Notes.OrderBy(n => n.Text).ToListAsync());
        stored.Select(n => (n.Id, n.Text, n.DealerId, n.OwnerId, n.Phone)).ShouldBe(notes.OrderBy(n => n.Text, StringComparer.Ordinal).Select(n => (n.Id, n.Text, n.DealerId, n.OwnerId, n.Phone)));
        stored.ShouldAllBe(n => n.TenantId == tenant.Id);
        var audit = await tenant.ReadAsync<SampleDb, List<AuditEntry>>(db => db.Set<AuditEntry>().ToListAsync());
        audit.Select(a => (a.Action, a.Entity, a.EntityId)).ShouldBe(notes.Select(n => ("added", "note", n.Id)), ignoreOrder: true);
        audit.Single(a => a.EntityId == notes[0].Id).After!.ShouldContain("1**");
        audit.ShouldAllBe(a => !a.After!.Contains("13812345678"));
    }

    [Fact]
    public async Task What_is_not_saved_is_not_stored()
    {
        await using var tenant = sample.Tenant();

        await tenant.ReadAsync<SampleDb, int>(async db =>
        {
            await db.InsertManyAsync([new Note("never")], default);
            return 0;
        });

        (await tenant.ReadAsync<SampleDb, int>(db => db.Notes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Another_tenants_row_is_refused()
    {
        await using var one = sample.Tenant();
        await using var two = sample.Tenant();
        var theirs = new Note("theirs");
        await one.SaveAsync<SampleDb>(theirs);

        await Should.ThrowAsync<InvalidOperationException>(() => two.ReadAsync<SampleDb, int>(async db =>
        {
            await db.InsertManyAsync([theirs], default);
            return 0;
        }));
    }

    [Fact]
    public async Task Many_events_of_one_save_keep_the_order_in_which_they_were_published()
    {
        await using var tenant = sample.Tenant();
        var note = Guid.CreateVersion7();

        await tenant.SaveAsync<SampleDb, int>(db =>
        {
            foreach (var number in Enumerable.Range(0, 100))
            {
                db.Publish(new NoteWritten(note, number));
            }

            return Task.FromResult(0);
        });

        var sent = await tenant.SentAsync<SampleDb>();
        sent.Select(m => EventTypes.Deserialize<NoteWritten>(m.Payload).Number).ShouldBe(Enumerable.Range(0, 100));
    }
}
