using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>One set of arrivals on its way into the database, one after another.</summary>
/// <param name="run">Null where everything stays with HQ.</param>
internal sealed class IntakeDesk(LeadsDb db, Market market, AllocationRun? run, Dictionary<string, List<Lead>> people, IReadOnlyDictionary<string, BlockReason> blocked)
{
    private readonly HashSet<Lead> _touched = [];

    public async Task<TakenIn> TakeInAsync(Arrival arrival, Act act, CancellationToken ct)
    {
        var (enquiry, contact, touch) = arrival;
        var ofSamePerson = PeopleBehind(contact.PhoneHash);
        var facts = FactsOf(enquiry, contact, ofSamePerson);
        var screened = LeadCleaning.Screen(enquiry, facts);
        var scheme = market.SchemeOf(enquiry.BrandId);
        var level = scheme.LevelFor(screened.Window);
        var duplicate = screened.IsValid
            ? Duplicates.Decide(enquiry.BrandId!.Value, screened.Enquiry.NamedDealerId, ofSamePerson.Select(l => l.AsKnown()), act.At)
            : DuplicateDecision.New;

        if (await TakeInAgainAsync(duplicate, ofSamePerson, act, ct) is { } known)
        {
            known.TakeInAgain(screened, contact, scheme, touch, act);
            db.Tell(LeadMessages.EnquiredAgain(known, touch, act));
            _touched.Add(known);
            var again = LeadCleaning.Judge(screened, duplicate, known.HeatScore, facts.Rules);
            return new(known.Id, duplicate.Kind is DuplicateKind.Collision ? TakenInOutcome.Merged : TakenInOutcome.Reactivated, null, level, again.Flags, again.Steps);
        }

        // Where no dealer takes the old lead back, the enquiry stands on its own, in HQ's list.
        var lead = await AddAsync(screened, contact, scheme, touch, duplicate.Kind is DuplicateKind.Reactivate ? DuplicateDecision.New : duplicate, ofSamePerson, facts.Rules, act, ct);
        return new(lead.Id, lead.State is LeadState.Invalid ? TakenInOutcome.Invalid : TakenInOutcome.Accepted, lead.InvalidReason, level, lead.Flags, lead.CleaningSteps);
    }

    /// <summary>Chooses advisors, stores the new leads and tells open screens.</summary>
    public async Task CloseAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (run is not null)
        {
            await run.ToAdvisorsAsync(now, ct);
        }

        List<Lead> added = [.. _touched.Where(l => db.Entry(l).State is EntityState.Detached)];
        if (db.IsQuiet)
        {
            // What is history breaks no limit: clocks begin when somebody takes the lead up. Else managers would be told of a whole file at once.
            added.ForEach(l => l.LookAgain(null));
        }

        await NewLeads.AddAsync(db, added, ct);
        await NewLeads.FindByNameAsync(db, [.. _touched.Where(l => db.Entry(l) is { State: EntityState.Modified } entry && entry.Property(e => e.Name).IsModified)], ct);
        Announce();
    }

    private async Task<Lead?> TakeInAgainAsync(DuplicateDecision duplicate, List<Lead> ofSamePerson, Act act, CancellationToken ct)
    {
        if (duplicate.Kind is not (DuplicateKind.Collision or DuplicateKind.Reactivate))
        {
            return null;
        }

        var lead = ofSamePerson.Single(l => l.Id == duplicate.LeadId);
        return duplicate.Kind is DuplicateKind.Collision || (run is not null && await run.ToDealerAsync(lead, ofSamePerson, act, ct)) ? lead : null;
    }

    private async Task<Lead> AddAsync(ScreenedEnquiry screened, Contact contact, LevelScheme scheme, TouchFacts touch, DuplicateDecision duplicate, List<Lead> ofSamePerson, CleaningRules rules, Act act, CancellationToken ct)
    {
        var lead = Lead.TakeIn(screened, contact, scheme, touch, act);
        var verdict = LeadCleaning.Judge(screened, duplicate, lead.HeatScore, rules);
        lead.Clean(verdict, act);
        ofSamePerson.Insert(0, lead);
        _touched.Add(lead);
        db.Tell(LeadMessages.Created(lead, touch, act));

        if (duplicate.Kind is DuplicateKind.ProtectedByOtherDealer)
        {
            lead.Explain(AllocationStep.ToDealer, Protected(market.Dealer(lead.NamedDealerId!.Value)), act);
        }
        else if (verdict.State is LeadState.Cleaned && run is not null)
        {
            await run.ToDealerAsync(lead, ofSamePerson, act, ct);
        }
        else if (verdict.State is LeadState.Cleaned)
        {
            lead.Explain(AllocationStep.ToDealer, new(null, AllocationRule.HqList, []), act);
        }

        return lead;
    }

    // What is no number is nobody's: such rows know nothing of each other.
    private List<Lead> PeopleBehind(string hash)
        => hash.Length == 0 ? [] : people.TryGetValue(hash, out var leads) ? leads : people[hash] = [];

    private CleaningFacts FactsOf(Enquiry enquiry, Contact contact, List<Lead> ofSamePerson)
    {
        var facts = market.FactsOf(enquiry.BrandId);
        return facts with
        {
            Blocked = blocked.TryGetValue(contact.PhoneHash, out var reason) ? reason : null,
            IsReusedContact = ofSamePerson.Select(l => l.Name).Append(contact.Name).Where(n => n.Length > 0).Distinct().Count() >= facts.Rules.NamesOfReusedContact,
        };
    }

    private static Allocation Protected(DealerFacts? named)
        => new(null, AllocationRule.OtherDealersProtection, named is null ? [] : [new(named.Id, named.Name, null, ["other_dealer_is_protected"])]);

    // One word for each screen and batch: whoever hears it reads the list anew. In a quiet batch no advisor is called.
    private void Announce()
    {
        foreach (var (topic, lead) in _touched.SelectMany(l => db.IsQuiet ? [LeadTopics.ListOf(l)] : LeadTopics.Of(l), (lead, topic) => (topic, lead)).DistinctBy(t => t.topic))
        {
            db.Announce(topic, lead.Id.ToString());
        }
    }
}
