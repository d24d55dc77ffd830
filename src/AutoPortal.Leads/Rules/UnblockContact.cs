using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Rules;

/// <summary>Takes a number off the blocklist; the audit keeps why.</summary>
internal sealed class UnblockContact(IDbContextFactory<LeadsDb> dbs, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid contactId, string? reason, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
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

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.BlockedContacts.SingleOrDefaultAsync(b => b.Id == contactId, ct) is not { } contact)
        {
            return LeadRefusals.RowIsGone;
        }

        db.Remove(contact);
        db.Audit("contact_unblocked", "blocked_contact", contact.Id, null, new { reason = reason.Trim() });
        return await db.SaveAsync(ct);
    }
}
