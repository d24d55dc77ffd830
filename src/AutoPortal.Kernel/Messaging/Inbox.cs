using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Remembers, in the handler's own transaction, what a handler has had.</summary>
public static class Inbox
{
    /// <summary>Takes the deliveries that this handler has not had yet; they count as had when the context is saved.</summary>
    /// <param name="db">The handler's module.</param>
    /// <param name="handler">The handler itself; its class name is what is remembered.</param>
    /// <param name="batch">What was delivered.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new ones, in the order of the batch.</returns>
    public static async Task<IReadOnlyList<Delivery<TEvent>>> TakeNewAsync<TEvent>(this ModuleDb db, IHandle<TEvent> handler, IReadOnlyList<Delivery<TEvent>> batch, CancellationToken ct)
        where TEvent : IntegrationEvent
    {
        var taken = await db.Sql().QueryAsync<Guid>(
            $$"""
            insert into {{db.SchemaName}}.inbox_messages (tenant_id, handler, message_id, at)
            select {tenant_id}, @handler, id, now() from unnest(@ids) as id
            on conflict do nothing
            returning message_id
            """,
            new { handler = handler.GetType().Name, ids = batch.Select(d => d.MessageId).ToArray() },
            ct);
        var isNew = taken.ToHashSet();
        return [.. batch.Where(d => isNew.Contains(d.MessageId))];
    }
}
