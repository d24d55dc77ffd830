using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>Runs the rules again on leads that no dealer has yet, set by set: after a clerk mended one, named a word, or the rules changed.</summary>
internal sealed class Recleaning(LeadAllocation allocation, Newcomers newcomers, PhoneVault vault)
{
    /// <summary>Says what would become of each; nothing is changed.</summary>
    public async Task<IReadOnlyList<CleanedAgain>> LookAsync(LeadsDb db, IReadOnlyList<Lead> leads, Market market, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await FactsAsync(db, leads, ct);
        return [.. leads.Select(l => Judge(l, facts, market, Act.OfTheHouse(now)).Said)];
    }

    /// <summary>Does it: changes the leads, merges those that were found equal and gives the clean ones to dealers; the caller saves.</summary>
    public async Task<IReadOnlyList<CleanedAgain>> RunAsync(LeadsDb db, IReadOnlyList<Lead> leads, Act act, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        await LockContactsAsync(db, leads, ct);
        var facts = await FactsAsync(db, leads, ct);
        await newcomers.IntroduceAsync(leads, facts.Blocked, ct);
        var run = await allocation.BeginAsync(db, market, act.At, ct);
        var done = new List<CleanedAgain>(leads.Count);
        foreach (var lead in leads)
        {
            var judged = Judge(lead, facts, market, act);
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

    /// <summary>A person found two leads equal: what the rules would carry over goes over.</summary>
    public async Task<Refusal?> MergeAsync(LeadsDb db, Lead lead, Lead into, Act act, CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        await LockContactsAsync(db, [lead], ct);
        var judged = Judge(lead, await FactsAsync(db, [lead], ct), market, act);
        if (lead.Merge(into.Id, act) is { } refusal)
        {
            return refusal;
        }

        TakeOver(db, lead, into, judged.Screened, market, act);
        await UnknownWords.RewriteAsync(db, [lead], ct);
        db.Announce(LeadTopics.ListOf(into), into.Id.ToString());
        return null;
    }

    // Of an enquiry that the rules refuse only the touch goes over: nobody read its answers, and the person may not have agreed to them.
    private static void TakeOver(LeadsDb db, Lead lead, Lead into, ScreenedEnquiry screened, Market market, Act act)
    {
        var read = screened.IsValid ? screened : screened with { Source = SourceTree.Read(lead.LastSource).Source, Enquiry = screened.Enquiry with { HasBudget = false } };
        var contact = lead.Remember().Contact;
        var touch = new TouchFacts(null, null, null, lead.TraceId, lead.CreatedAt);
        into.TakeInAgain(read, screened.IsValid ? contact : contact with { Name = "" }, market.SchemeOf(lead.BrandId), touch, act);
        db.Tell(LeadMessages.EnquiredAgain(into, touch, act));
    }

    private static async Task ApplyAsync(LeadsDb db, AllocationRun run, Market market, Lead lead, Judged judged, Facts facts, Act act, CancellationToken ct)
    {
        var scheme = market.SchemeOf(judged.Screened.Enquiry.BrandId);
        if (judged.Verdict.State is LeadState.Merged)
        {
            var into = facts.Of(lead).Single(l => l.Id == judged.Duplicate.LeadId);
            TakeOver(db, lead, into, judged.Screened, market, act);
            Require(lead, lead.Merge(into.Id, act));
            return;
        }

        var before = lead.State;
        Require(lead, lead.CleanAgain(judged.Screened, judged.Verdict, scheme, act));
        if (lead.State is LeadState.Cleaned && before is not LeadState.Cleaned && judged.Duplicate.Kind is not DuplicateKind.ProtectedByOtherDealer)
        {
            await run.ToDealerAsync(lead, [lead, .. facts.Of(lead)], Act.OfTheHouse(act.At, act.By is null ? act.Reason : null), ct);
        }
    }

    private Judged Judge(Lead lead, Facts facts, Market market, Act act)
    {
        var enquiry = lead.AsEnquiry(vault.Open(lead.TenantId, lead.PhoneSealed));
        var others = facts.Of(lead);
        var brand = market.FactsOf(enquiry.BrandId);
        var screened = LeadCleaning.Screen(enquiry, brand with
        {
            Blocked = facts.Blocked.TryGetValue(lead.PhoneHash, out var reason) ? reason : null,
            // As when it came: who gave the number later makes no difference to an earlier lead.
            IsReusedContact = lead.PhoneHash.Length > 0 && others.Where(l => l.Id.CompareTo(lead.Id) < 0).Select(l => l.Name).Append(lead.Name).Where(n => n.Length > 0).Distinct().Count() >= brand.Rules.NamesOfReusedContact,
        });
        var duplicate = screened.IsValid ? Duplicates.Decide(enquiry.BrandId!.Value, screened.Enquiry.NamedDealerId, others.Select(l => l.AsKnown()), act.At) : DuplicateDecision.New;
        // The lead stands already: a closed one of the same person is not brought back by looking again.
        duplicate = duplicate.Kind is DuplicateKind.Reactivate ? DuplicateDecision.New : duplicate;
        var score = LeadHeat.Of(lead.EnquiryCount, screened.Window, screened.SeriesCode is not null, screened.Enquiry.HasBudget).Score;
        var verdict = LeadCleaning.Judge(screened, duplicate, score, brand.Rules);
        if (act.By is null && lead.State is LeadState.Invalid && verdict.State is LeadState.Merged && LeadCleaning.Judge(screened, DuplicateDecision.New, score, brand.Rules) is { State: LeadState.Invalid } still)
        {
            // It is invalid for a reason of its own, and the person has come again since: there is nothing to take in.
            (duplicate, verdict) = (DuplicateDecision.New, still);
        }

        var after = CleanedAgain.ResultOf(verdict.State, verdict.Reason);
        return new(screened, duplicate, verdict, new(lead.Id, CleanedAgain.ResultOf(lead.State, lead.InvalidReason), after, lead.Flags, verdict.Flags, verdict.Steps, !lead.Answers(screened)));
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

    private static void Require(Lead lead, Refusal? refusal)
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
