using AutoPortal.Kernel.Data;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>An enquiry with the sealed contact behind it and where it came from.</summary>
internal sealed record Arrival(Enquiry Enquiry, Contact Contact, TouchFacts Touch);

/// <summary>Turns enquiries into cleaned, rated and allocated leads, set by set: sign-ups, imports and what people type go through here.</summary>
internal sealed class LeadIntake(LeadAllocation allocation)
{
    // A number that this many differently named people gave belongs to none of them.
    private const int NamesOfReusedContact = 3;

    /// <summary>Takes the arrivals in, in their order; the caller saves. In history each is taken in at its own time.</summary>
    public async Task TakeInAsync(LeadsDb db, IReadOnlyList<Arrival> arrivals, DateTimeOffset now, CancellationToken ct)
    {
        if (arrivals.Count == 0)
        {
            return;
        }

        var market = await allocation.MarketAsync(ct);
        var hashes = arrivals.Select(a => a.Contact.PhoneHash).Distinct().Order(StringComparer.Ordinal).ToList();
        await LockContactsAsync(db, hashes, ct);
        var run = await allocation.BeginAsync(db, market, now, ct);
        var known = (await db.Leads
                .Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null))
                .Where(l => hashes.Contains(l.PhoneHash))
                .OrderByDescending(l => l.Id)
                .AsSplitQuery()
                .ToListAsync(ct))
            .GroupBy(l => l.PhoneHash).ToDictionary(g => g.Key, g => g.ToList());
        var blocked = await db.BlockedContacts.Where(b => hashes.Contains(b.PhoneHash)).ToDictionaryAsync(b => b.PhoneHash, b => b.Reason, ct);
        var touched = new HashSet<Lead>();

        foreach (var arrival in arrivals)
        {
            var hash = arrival.Contact.PhoneHash;
            var ofSamePerson = known.TryGetValue(hash, out var leads) ? leads : known[hash] = [];
            var facts = new CleaningFacts(
                blocked.TryGetValue(hash, out var reason) ? reason : null,
                ofSamePerson.Select(l => l.Name).Append(arrival.Contact.Name).Distinct().Count() >= NamesOfReusedContact,
                market.SeriesOf(arrival.Enquiry.BrandId ?? Guid.Empty));
            touched.Add(await TakeInAsync(db, run, market, arrival, facts, ofSamePerson, Act.OfTheHouse(db.IsHistory ? arrival.Touch.At : now), ct));
        }

        await run.ToAdvisorsAsync(now, ct);
        await NewLeads.AddAsync(db, [.. touched.Where(l => db.Entry(l).State is EntityState.Detached)], ct);
        Announce(db, touched);
    }

    private static async Task<Lead> TakeInAsync(LeadsDb db, AllocationRun run, Market market, Arrival arrival, CleaningFacts facts, List<Lead> ofSamePerson, Act act, CancellationToken ct)
    {
        var (enquiry, contact, touch) = arrival;
        var screened = LeadCleaning.Screen(enquiry, facts);
        var scheme = market.SchemeOf(enquiry.BrandId ?? Guid.Empty);
        var duplicate = screened.IsValid
            ? Duplicates.Decide(enquiry.BrandId!.Value, enquiry.NamedDealerId, ofSamePerson.Select(l => l.AsKnown()), act.At)
            : DuplicateDecision.New;

        if (duplicate.Kind is DuplicateKind.Collision or DuplicateKind.Reactivate)
        {
            var lead = ofSamePerson.Single(l => l.Id == duplicate.LeadId);
            var comesBack = duplicate.Kind is DuplicateKind.Reactivate && await run.ToDealerAsync(lead, ofSamePerson, act, ct);
            if (duplicate.Kind is DuplicateKind.Collision || comesBack)
            {
                lead.TakeInAgain(screened, contact, scheme, touch, act);
                db.Tell(LeadMessages.EnquiredAgain(lead, touch, act));
                return lead;
            }

            // No dealer takes the old lead back: the enquiry stands on its own, in HQ's list.
            duplicate = DuplicateDecision.New;
        }

        var fresh = Lead.TakeIn(screened, contact, scheme, touch, act);
        var verdict = LeadCleaning.Judge(screened, duplicate, fresh.HeatScore);
        fresh.Clean(verdict, act);
        ofSamePerson.Insert(0, fresh);
        db.Tell(LeadMessages.Created(fresh, touch, act));

        if (duplicate.Kind is DuplicateKind.ProtectedByOtherDealer)
        {
            fresh.Explain(AllocationStep.ToDealer, Protected(market.Dealer(enquiry.NamedDealerId!.Value)), act);
        }
        else if (verdict.State is LeadState.Cleaned)
        {
            await run.ToDealerAsync(fresh, ofSamePerson, act, ct);
        }

        return fresh;
    }

    private static Allocation Protected(DealerFacts? named)
        => new(null, AllocationRule.OtherDealersProtection, named is null ? [] : [new(named.Id, named.Name, null, ["other_dealer_is_protected"])]);

    // In sorted order, so that two batches never wait for each other; two messages with one phone then give one lead.
    private static Task LockContactsAsync(LeadsDb db, IReadOnlyList<string> hashes, CancellationToken ct)
        => db.Sql().QueryAsync<int>(
            "select 1 from unnest(@keys) as key, lateral pg_advisory_xact_lock(hashtextextended({tenant_id}::text || key, 0))",
            new { keys = hashes.ToArray() }, ct);

    // One word for each screen and batch: whoever hears it reads the list anew.
    private static void Announce(LeadsDb db, IEnumerable<Lead> leads)
    {
        foreach (var (topic, lead) in leads.SelectMany(LeadTopics.Of, (lead, topic) => (topic, lead)).DistinctBy(t => t.topic))
        {
            db.Announce(topic, lead.Id.ToString());
        }
    }
}
