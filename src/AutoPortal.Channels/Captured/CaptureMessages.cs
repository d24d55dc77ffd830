using AutoPortal.Channels.Contracts;
using AutoPortal.Channels.Data;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Channels.Captured;

/// <summary>The channel that sends nothing: messages are kept for <c>/dev/outbox</c>.</summary>
internal sealed class CaptureMessages(IDbContextFactory<ChannelsDb> dbs, CurrentScope scope, PhoneVault vault, TimeProvider clock) : IMessageSender
{
    public async Task<Outcome> SendAsync(OutgoingMessage message, string idempotencyKey, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Sql().ExecuteAsync(
            """
            insert into channels.captured_messages
                (tenant_id, id, channel, recipient_sealed, recipient_hash, recipient_tail, subject_sealed, text_sealed, idempotency_key, at)
            values ({tenant_id}, @id, @channel, @recipient, @hash, @tail, @subject, @text, @key, @now)
            on conflict (tenant_id, idempotency_key) do nothing
            """,
            new
            {
                id = Ids.New(clock),
                channel = message.Channel,
                recipient = vault.Seal(scope.TenantId, message.Recipient),
                hash = vault.Hash(scope.TenantId, message.Recipient),
                tail = PhoneVault.Tail(message.Recipient),
                subject = vault.Seal(scope.TenantId, message.Subject),
                text = vault.Seal(scope.TenantId, message.Text),
                key = idempotencyKey,
                now = clock.GetUtcNow(),
            },
            ct);
        return await db.SaveAsync(ct);
    }
}
