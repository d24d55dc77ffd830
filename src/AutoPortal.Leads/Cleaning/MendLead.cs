using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What a clerk writes anew.</summary>
/// <param name="Name">Null leaves it.</param>
/// <param name="Phone">Null leaves it.</param>
/// <param name="Words">Field and new word; a blank word takes the answer away.</param>
internal sealed record Mending(string? Name, string? Phone, IReadOnlyDictionary<string, string> Words)
{
    public static readonly Mending Nothing = new(null, null, new Dictionary<string, string>());
}

/// <summary>Writes answers anew where asked, and runs the rules again: a lead that passes leaves the queue and goes its way.</summary>
internal sealed class MendLead(CleaningWork work, Recleaning recleaning, PhoneVault vault)
{
    public Task<Outcome> RunAsync(Guid leadId, Mending mending, CancellationToken ct)
        => work.ActAsync(leadId, "mended", async (db, lead, act) =>
        {
            if (!lead.CanBeCleanedAgain)
            {
                return LeadRefusals.NotNow(lead.State, LeadTrigger.Clean);
            }

            if (mending.Words.Keys.Except(CleaningFields.Mendable).FirstOrDefault() is { } unknown)
            {
                return LeadRefusals.FieldCannotBeMended(unknown);
            }

            lead.Mend([.. mending.Words.SelectMany(Words)]);
            if (mending.Name is not null || mending.Phone is not null)
            {
                var phone = mending.Phone ?? vault.Open(lead.TenantId, lead.PhoneSealed);
                lead.Mend(Contacts.Of(lead.AsEnquiry(phone) with { Name = mending.Name?.Trim() ?? lead.Name }, lead.TenantId, vault, lead.CustomerId));
            }

            await recleaning.RunAsync(db, [lead], act, ct);
            return null;
        }, ct);

    // A source is chosen whole: what was written as its second level does not stand beside it.
    private static IEnumerable<WrittenWord> Words(KeyValuePair<string, string> word)
        => word.Key == CleaningFields.Source
            ? [new(word.Key, word.Value.Trim()), new(WrittenWord.SourceSecond, "")]
            : [new(word.Key, word.Value.Trim())];
}
