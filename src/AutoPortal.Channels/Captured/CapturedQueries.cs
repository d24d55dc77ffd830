using AutoPortal.Channels.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Channels.Captured;

/// <summary>A captured message, opened for the developer.</summary>
public sealed record CapturedRow(Guid TenantId, DateTimeOffset At, string Channel, string Recipient, string Subject, string Text);

internal sealed class CapturedQueries(IDbContextFactory<ChannelsDb> dbs, CurrentScope scope, PhoneVault vault)
{
    private const int ListSize = 100;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CapturedRow>> ListAsync(string? tail, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var messages = db.CapturedMessages.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(tail))
        {
            var ending = PhoneVault.Tail(tail.Trim());
            messages = messages.Where(m => m.RecipientTail == ending);
        }

        return [.. (await messages.OrderByDescending(m => m.Id).Take(ListSize).ToListAsync(ct)).Select(Open)];
    }

    public async Task<CapturedRow?> LatestAsync(string recipient, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var hash = vault.Hash(scope.TenantId, recipient);
        var message = await db.CapturedMessages.AsNoTracking().Where(m => m.RecipientHash == hash).OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct);
        return message is null ? null : Open(message);
    }

    private CapturedRow Open(CapturedMessage m) => new(
        m.TenantId, m.At, m.Channel, vault.Open(scope.TenantId, m.RecipientSealed), vault.Open(scope.TenantId, m.SubjectSealed), vault.Open(scope.TenantId, m.TextSealed));
}
