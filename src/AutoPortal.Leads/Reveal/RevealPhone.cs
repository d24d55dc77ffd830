using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Reveal;

/// <summary>Shows a full phone number to somebody who says why; each look is in the audit (domain language §16, masking).</summary>
internal sealed class RevealPhone(IDbContextFactory<LeadsDb> dbs, CurrentScope scope, PhoneVault vault)
{
    public async Task<Outcome<string>> RunAsync(Guid leadId, string reason, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Leads.SingleOrDefaultAsync(l => l.Id == leadId, ct) is not { } lead)
        {
            return LeadRefusals.NotFound;
        }

        // Whoever works on the person needs the number; everybody else needs the permission.
        if (lead.OwnerId != scope.UserId && !scope.May(LeadsPermissions.Reveal))
        {
            return Refusal.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return LeadRefusals.ReasonIsMissing;
        }

        if (reason.Length > LeadRefusals.LongestReason)
        {
            return LeadRefusals.ReasonTooLong;
        }

        if (lead.ErasedAt is not null)
        {
            return LeadRefusals.WasErased;
        }

        db.Audit("phone_revealed", "lead", lead.Id, null, new { reason = reason.Trim() });
        var outcome = await db.SaveAsync(ct);
        return outcome.IsOk ? vault.Open(lead.TenantId, lead.PhoneSealed) : outcome.Refusal;
    }
}
