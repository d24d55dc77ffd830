using AutoPortal.Leads.Looks;
using AutoPortal.Ui.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Card;

/// <summary>What has to happen next with a lead, as one sentence to whoever reads the card.</summary>
/// <param name="Sentence">In the reader's language.</param>
/// <param name="Tone">Bad once it is late.</param>
internal sealed record NextStep(string Sentence, Tone Tone)
{
    public static NextStep Of(LeadCard card, DateTimeOffset now, IStringLocalizer<LeadTexts> text)
    {
        if (card.PhoneMask.Length == 0)
        {
            return new(text["next.erased"], Tone.Calm);
        }

        var isLate = card.DueAt <= now;
        var due = card.DueAt is { } at ? LeadDays.When(at, now, text) : text["next.soon"].Value;
        var late = isLate ? Spans.Say(now - card.DueAt!.Value, text) : "";
        return card.State switch
        {
            "raw" => new(text["next.raw"], Tone.Calm),
            "cleaned" => new(text["next.cleaned"], Tone.Warning),
            "nurturing" => new(text["next.nurturing"], Tone.Calm),
            "dispatched" => isLate ? new(text["next.dispatched_late", late], Tone.Bad) : new(text["next.dispatched", due], Tone.Warning),
            "assigned" => isLate ? new(text["next.assigned_late", late], Tone.Bad) : new(text["next.assigned", due], Tone.Accent),
            "invited" when card.VisitPlannedAt is { } visit => visit <= now ? new(text["next.no_show"], Tone.Bad) : new(text["next.invited", LeadDays.When(visit, now, text)], Tone.Accent),
            "arrived" => new(text["next.arrived"], Tone.Accent),
            "test_driven" => new(text["next.test_driven"], Tone.Accent),
            "lost_pending" => isLate ? new(text["next.lost_pending_late", late], Tone.Bad) : new(text["next.lost_pending", due], Tone.Warning),
            "lost" => new(card.DueAt is null ? text["next.lost"] : text["next.lost_wake", due], Tone.Calm),
            "dormant" => new(text["next.dormant"], Tone.Calm),
            "public_pool" => new(text["next.public_pool"], Tone.Calm),
            "invalid" => new(text["next.invalid", text.Say("cleaning_reason", card.InvalidReason)], Tone.Calm),
            "merged" => new(text["next.merged"], Tone.Calm),
            _ when card.DueAt is null => new(text["next.no_plan"], Tone.Warning),
            _ => isLate ? new(text["next.contact_late", late], Tone.Bad) : new(text["next.contact", due], Tone.Accent),
        };
    }
}
