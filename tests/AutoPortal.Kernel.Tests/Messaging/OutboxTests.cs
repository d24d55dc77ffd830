using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;

namespace AutoPortal.Kernel.Tests.Messaging;

public sealed class OutboxTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task An_event_reaches_its_handler_once_although_it_is_delivered_twice()
    {
        await using var tenant = sample.Tenant();
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        await WriteAsync(tenant, (true, 1));
        await tenant.DeliverAsync();
        await sample.Database.RunAsAdministratorAsync("update sample.outbox_messages set delivered_at = null");

        await tenant.DeliverAsync();

        heard.Words.ShouldBe(["written 1"]);
        (await tenant.SentAsync<SampleDb>()).ShouldAllBe(m => m.DeliveredAt != null);
    }

    [Fact]
    public async Task Messages_of_one_aggregate_keep_their_order_over_types()
    {
        await using var tenant = sample.Tenant();
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        await WriteAsync(tenant, (true, 1), (false, 2), (true, 3), (true, 4), (false, 5));

        await tenant.DeliverAsync();

        heard.Words.ShouldBe(["written 1", "closed 2", "written 3", "written 4", "closed 5"]);
    }

    [Fact]
    public async Task What_a_handler_chokes_on_waits_alone_while_the_rest_is_delivered_and_later_messages_of_its_aggregate_wait()
    {
        await using var tenant = sample.Tenant();
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        heard.ChokeOn = 2;
        await WriteAsync(tenant, (true, 1));
        await WriteAsync(tenant, (true, 2), (false, 3));

        await tenant.DeliverAsync();

        heard.Words.ShouldBe(["written 1"]);
        heard.ChokeOn = -1;
        await sample.Database.RunAsAdministratorAsync("update sample.outbox_messages set next_attempt_at = now() where delivered_at is null");
        await tenant.DeliverAsync();
        heard.Words.ShouldBe(["written 1", "written 2", "closed 3"]);
    }

    [Fact]
    public async Task A_handler_that_dies_after_its_commit_does_not_act_twice()
    {
        await using var tenant = sample.Tenant();
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        heard.ChokeOn = 7;
        heard.ChokeAfterSaving = true;
        await WriteAsync(tenant, (true, 7));

        await tenant.DeliverAsync();
        await sample.Database.RunAsAdministratorAsync("update sample.outbox_messages set next_attempt_at = now() where delivered_at is null");
        await tenant.DeliverAsync();

        heard.ChokeOn = -1;
        heard.ChokeAfterSaving = false;
        heard.Words.ShouldBe(["written 7"]);
    }

    [Fact]
    public async Task After_its_last_try_a_message_is_a_dead_letter_that_can_be_replayed_or_discarded_with_a_reason()
    {
        await using var tenant = sample.Tenant(DeadLetters.Permission);
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        heard.ChokeOn = 9;
        await WriteAsync(tenant, (true, 9));
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await sample.Database.RunAsAdministratorAsync("update sample.outbox_messages set next_attempt_at = now() where delivered_at is null and dead_at is null");
            await tenant.DeliverAsync();
        }

        heard.ChokeOn = -1;
        var letters = tenant.Get<DeadLetters>();
        var dead = (await letters.ListAsync(PageRequest.First(20), default)).Rows.ShouldHaveSingleItem();
        dead.Error.ShouldBe("InvalidOperationException: choked");
        await using var stranger = sample.Tenant(DeadLetters.Permission);
        (await stranger.Get<DeadLetters>().ReplayAsync(dead.Module, dead.Id, default)).IsOk.ShouldBeFalse();
        (await letters.DiscardAsync(dead.Module, dead.Id, " ", default)).IsOk.ShouldBeFalse();
        (await letters.ReplayAsync(dead.Module, dead.Id, default)).IsOk.ShouldBeTrue();
        await tenant.DeliverAsync();
        heard.Words.ShouldBe(["written 9"]);
    }

    [Fact]
    public async Task Two_nodes_deliver_each_message_once()
    {
        await using var tenant = sample.Tenant();
        var heard = tenant.Get<Heard>();
        heard.Words.Clear();
        for (var n = 100; n < 160; n++)
        {
            await WriteAsync(tenant, (true, n));
        }

        await Task.WhenAll(tenant.DeliverAsync(), tenant.DeliverAsync(), tenant.DeliverAsync());
        await tenant.DeliverAsync();

        heard.Words.Count.ShouldBe(60);
        heard.Words.Distinct().Count().ShouldBe(60);
    }

    private static Task<bool> WriteAsync(TestTenant tenant, params (bool IsWritten, int Number)[] events)
    {
        var note = new Note("n");
        return tenant.SaveAsync<SampleDb, bool>(db =>
        {
            db.Add(note);
            foreach (var (isWritten, number) in events)
            {
                db.Publish(isWritten ? new NoteWritten(note.Id, number) : new NoteClosed(note.Id, number));
            }

            return Task.FromResult(true);
        });
    }
}
