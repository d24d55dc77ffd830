using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Rules;

/// <summary>Puts a number on the blocklist, or changes why it is there: what comes from it from now on is refused (domain language §4.4, rule 3).</summary>
internal sealed class BlockContact(IDbContextFactory<LeadsDb> dbs, PhoneVault vault, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(string? phone, BlockReason reason, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return Refusal.NotAllowed;
        }

        if (!PhoneNumber.TryNormalise(phone, out var number))
        {
            return LeadRefusals.NoSuchNumber;
        }

        var act = new Act(scope.UserId, LeadActor.Hq, clock.GetUtcNow());
        var hash = vault.Hash(scope.TenantId, number);
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.BlockedContacts.SingleOrDefaultAsync(b => b.PhoneHash == hash, ct) is { } known)
        {
            known.BlockFor(reason, act);
        }
        else
        {
            db.Add(new BlockedContact(hash, PhoneVault.Mask(number), reason, act));
        }

        try
        {
            return await db.SaveAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return Refusal.ChangedMeanwhile;
        }
    }
}
