using AutoPortal.Kernel.Outcomes;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Work;

/// <summary>A contact as an advisor notes it.</summary>
/// <param name="Level">The level as judged now, or null to leave it.</param>
/// <param name="LevelReason">Needed for a downgrade.</param>
internal sealed record FollowUpEntry(ContactChannel Channel, ContactResult Result, string Note, DateTimeOffset? NextContactAt, LeadLevel? Level = null, string? LevelReason = null);

/// <summary>Notes a contact with its result, the level if it changed, and the mandatory next contact.</summary>
internal sealed class RecordFollowUp(LeadDesk desk, LeadAllocation allocation)
{
    public async Task<Outcome> RunAsync(Guid leadId, FollowUpEntry entry, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        return await desk.ActAsync(LeadsPermissions.Work, leadId, entry.LevelReason, (db, lead, act) =>
        {
            // The level first: the days that may be chosen are those of the new level.
            if (entry.Level is { } level && level != lead.Level && lead.Rate(level, act) is { } rated)
            {
                return rated;
            }

            var wasReached = lead.FirstContactAt is not null;
            if (lead.RecordFollowUp(new(entry.Channel, entry.Result, entry.Note, entry.NextContactAt), market.SchemeOf(lead.BrandId), act with { Reason = null }) is { } refusal)
            {
                return refusal;
            }

            db.Publish(LeadMessages.FollowedUp(lead, lead.FollowUps[^1], isFirst: !wasReached && lead.FirstContactAt is not null));
            return null;
        }, ct);
    }
}
