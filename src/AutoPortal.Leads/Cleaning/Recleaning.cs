using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>Runs the rules again on leads that no dealer has yet, set by set: after a clerk mended one, named a word, or the rules changed.</summary>
internal sealed class Recleaning(LeadAllocation allocation, PhoneVault vault)
{
    /// <summary>Says what would become of each; nothing is changed.</summary>
    public async Task<IReadOnlyList<CleanedAgain>> LookAsync(LeadsDb db, IReadOnlyList<Lead> leads, Market market, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await FactsAsync(db, leads, ct);
        return [.. leads.Select(l => Judge(l, facts, market, now)).Select(j => j.Said)];
    }

    /// <summary>Does it: changes the leads, merges those that were found equal and gives the clean ones to dealers; the caller saves.</summary>
    public async Task<IReadOnlyList<CleanedAgain>> RunAsync(LeadsDb db, IReadOnlyList<Lead> leads, Act act, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        await LockContactsAsync(db, leads, ct);
        var run = await allocation.BeginAsync(db, market, act.At, ct);
        var facts = await FactsAsync(db, leads, ct);
        var done = new List<CleanedAgain>(leads.Count);
        foreach (var lead in leads)
        {
            var judged = Judge(lead, facts, market, act.At);
            await ApplyAsync(db, run, market, lead, judged, facts, act, ct);
            done.Add(judged.Said);
        }

        await run.ToAdvisorsAsync(act.At, ct);
        await UnknownWords.RewriteAsync(db, leads, ct);
        foreach (var topic in leads.SelectMany(LeadTopics.Of).Append(LeadTopics.HqList).Distinct())
        {
            db.Announce(topic, leads[0].Id.ToString());
        }

        return done;
    }

    private static async Task ApplyAsync(LeadsDb db, AllocationRun run, Market market, Lead lead, Judged judged, Facts facts, Act act, CancellationToken ct)
    {
        var scheme = market.SchemeOf(judged.Screened.Enquiry.BrandId);
        if (judged.Verdict.State is LeadState.Merged)
        {
            var into = facts.Of(lead).Single(l => l.Id == judged.Duplicate.LeadId);
            into.TakeInAgain(judged.Screened, new(lead.CustomerId, lead.Name, lead.PhoneSealed, lead.PhoneHash, lead.PhoneTail, lead.PhoneMask), scheme, new(null, null, null, lead.TraceId, lead.CreatedAt), act);
            Require(lead, lead.Merge(into.Id, act));
            return;
        }

        var before = lead.State;
        Require(lead, lead.CleanAgain(judged.Screened, judged.Verdict, scheme, act));
        if (lead.State is LeadState.Cleaned && before is not LeadState.Cleaned && judged.Duplicate.Kind is not DuplicateKind.ProtectedByOtherDealer)
        {
            await run.ToDealerAsync(lead, [lead, .. facts.Of(lead)], Act.OfTheHouse(act.At), ct);
        }
    }

    private Judged Judge(Lead lead, Facts facts, Market market, DateTimeOffset now)
    {
        var enquiry = lead.AsEnquiry(vault.Open(lead.TenantId, lead.PhoneSealed));
        var others = facts.Of(lead);
        var brand = market.FactsOf(enquiry.BrandId);
        var screened = LeadCleaning.Screen(enquiry, brand with
        {
            Blocked = facts.Blocked.TryGetValue(lead.PhoneHash, out var reason) ? reason : null,
            IsReusedContact = lead.PhoneHash.Length > 0 && others.Select(l => l.Name).Append(lead.Name).Where(n => n.Length > 0).Distinct().Count() >= brand.Rules.NamesOfReusedContact,
        });
        var duplicate = screened.IsValid ? Duplicates.Decide(enquiry.BrandId!.Value, screened.Enquiry.NamedDealerId, others.Select(l => l.AsKnown()), now) : DuplicateDecision.New;
        // The lead stands already: a closed one of the same person is not brought back by looking again.
        duplicate = duplicate.Kind is DuplicateKind.Reactivate ? DuplicateDecision.New : duplicate;
        var score = LeadHeat.Of(lead.EnquiryCount, screened.Window, screened.SeriesCode is not null, screened.Enquiry.HasBudget).Score;
        var verdict = LeadCleaning.Judge(screened, duplicate, score, brand.Rules);
        var after = CleanedAgain.ResultOf(verdict.State, verdict.Reason);
        return new(screened, duplicate, verdict, new(lead.Id, lead.NameMask, lead.PhoneMask, CleanedAgain.ResultOf(lead.State, lead.InvalidReason), after, lead.Flags, verdict.Flags, verdict.Steps));
    }

    private static async Task<Facts> FactsAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
    {
        var hashes = leads.Select(l => l.PhoneHash).Where(h => h.Length > 0).Distinct().ToList();
        var people = await db.Leads.Where(l => hashes.Contains(l.PhoneHash)).OrderByDescending(l => l.Id).ToListAsync(ct);
        var blocked = await db.BlockedContacts.AsNoTracking().Where(b => hashes.Contains(b.PhoneHash)).ToDictionaryAsync(b => b.PhoneHash, b => b.Reason, ct);
        return new(people.ToLookup(l => l.PhoneHash), blocked);
    }

    private static Task LockContactsAsync(LeadsDb db, IReadOnlyList<Lead> leads, CancellationToken ct)
        => ContactLocks.TakeAsync(db, leads.Select(l => l.PhoneHash), ct);

    private static void Require(Lead lead, Kernel.Outcomes.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"Lead {lead.Id} in {lead.State} was chosen for cleaning but refused: {refusal.Code}.");
        }
    }

    private sealed record Judged(ScreenedEnquiry Screened, DuplicateDecision Duplicate, CleaningVerdict Verdict, CleanedAgain Said);

    private sealed record Facts(ILookup<string, Lead> People, IReadOnlyDictionary<string, BlockReason> Blocked)
    {
        // Only what came before decides: else two leads of one person would each be merged into the other.
        public List<Lead> Of(Lead lead)
            => lead.PhoneHash.Length == 0 ? [] : [.. People[lead.PhoneHash].Where(l => l.Id != lead.Id && (l.State is not (LeadState.Raw or LeadState.Cleaned or LeadState.Nurturing) || l.Id.CompareTo(lead.Id) < 0))];
    }
}
