using AutoPortal.Kernel;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>
/// The whole pipeline for one enquiry after another without writing anything: rules 1–8 against the leads that are known,
/// to which each enquiry adds its own, so that duplicates inside a file count wherever its batches are cut.
/// </summary>
internal sealed class EnquiryScreening(KnownPeople people, Func<Guid?, CleaningFacts> factsOf, Func<Guid?, LevelScheme> schemeOf, IReadOnlyDictionary<string, BlockReason> blocked)
{
    /// <param name="enquiry">What was asked.</param>
    /// <param name="hash">Of the phone; empty where it is none.</param>
    /// <param name="now">When it is taken in.</param>
    public TakenIn Screen(Enquiry enquiry, string hash, DateTimeOffset now)
    {
        var facts = factsOf(enquiry.BrandId);
        var name = enquiry.Name ?? "";
        var screened = LeadCleaning.Screen(enquiry, facts with
        {
            Blocked = blocked.TryGetValue(hash, out var reason) ? reason : null,
            IsReusedContact = hash.Length > 0 && people.NamesOf(hash, name) >= facts.Rules.NamesOfReusedContact,
        });
        var duplicate = screened.IsValid
            ? Duplicates.Decide(enquiry.BrandId!.Value, screened.Enquiry.NamedDealerId, people.LeadsOf(hash), now)
            : DuplicateDecision.New;
        var level = schemeOf(enquiry.BrandId).LevelFor(screened.Window);
        var score = LeadHeat.Of(1, screened.Window, screened.SeriesCode is not null, screened.Enquiry.HasBudget).Score;
        var verdict = LeadCleaning.Judge(screened, duplicate, score, facts.Rules);
        return new(duplicate.LeadId, Remember(screened, hash, name, duplicate, verdict, now), verdict.State is LeadState.Invalid ? verdict.Reason : null, level, verdict.Flags, verdict.Steps);
    }

    private TakenInOutcome Remember(ScreenedEnquiry screened, string hash, string name, DuplicateDecision duplicate, CleaningVerdict verdict, DateTimeOffset now)
    {
        if (duplicate.Kind is DuplicateKind.Collision)
        {
            people.Replace(hash, people.LeadsOf(hash).Single(l => l.Id == duplicate.LeadId), name);
            return TakenInOutcome.Merged;
        }

        if (duplicate.Kind is DuplicateKind.Reactivate && people.LeadsOf(hash).Single(l => l.Id == duplicate.LeadId) is var closed)
        {
            people.Replace(hash, closed with { State = LeadState.Dispatched }, name);
            return TakenInOutcome.Reactivated;
        }

        people.Add(hash, name, new(Ids.New(now), screened.Enquiry.BrandId ?? Guid.Empty, screened.Enquiry.NamedDealerId, null, verdict.State, now, null));
        return screened.IsValid ? TakenInOutcome.Accepted : TakenInOutcome.Invalid;
    }
}
