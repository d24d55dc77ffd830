using AutoPortal.Kernel.Security;

namespace AutoPortal.Leads.Domain;

internal enum StepResult
{
    Passed,
    Flagged,
    Failed,
}

/// <summary>One rule as it went, for people to read later.</summary>
/// <param name="Rule">Its number in domain language §4.4.</param>
/// <param name="Name">snake_case; resource key of its title.</param>
/// <param name="Result">How it went.</param>
/// <param name="Reason">Code of why it failed or flagged, or null.</param>
internal sealed record CleaningStep(int Rule, string Name, StepResult Result, string? Reason = null);

/// <summary>An enquiry after rules 1–5: either refused, or brought to one form.</summary>
/// <param name="InvalidReason">Why it is refused, or null.</param>
/// <param name="Phone">Eleven digits, where rule 2 was passed.</param>
/// <param name="Flags">Such as <c>risk_phone</c> and <c>needs_review:city</c>.</param>
internal sealed record ScreenedEnquiry(
    Enquiry Enquiry,
    string? InvalidReason,
    string? Phone,
    Place Place,
    LeadSource Source,
    string? SeriesCode,
    PurchaseWindow? Window,
    IReadOnlyList<string> Flags,
    IReadOnlyList<CleaningStep> Steps)
{
    public bool IsValid => InvalidReason is null;
}

/// <summary>What cleaning decided.</summary>
/// <param name="State">Cleaned, nurturing, invalid or merged.</param>
/// <param name="Reason">Why, where it is not simply cleaned.</param>
/// <param name="IsDispatchedAtOnce">The person named a dealer, or signed up at a dealer's activity.</param>
internal sealed record CleaningVerdict(LeadState State, string? Reason, bool IsDispatchedAtOnce, IReadOnlyList<string> Flags, IReadOnlyList<CleaningStep> Steps);

/// <summary>The cleaning rules of domain language §4.4, in order; the first failure decides.</summary>
internal static class LeadCleaning
{
    public const string RiskPhone = "risk_phone";
    public const string NeedsReview = "needs_review";
    public const string Unverified = "unverified";
    public const string NoSeries = "no_series";
    private const int LongestName = 100;

    /// <summary>Rules 1–5.</summary>
    public static ScreenedEnquiry Screen(Enquiry enquiry, CleaningFacts facts)
    {
        var steps = new List<CleaningStep>();
        var flags = new List<string>();

        if (MissingField(enquiry) is { } missing)
        {
            return Refused(enquiry, null, [new(1, "required", StepResult.Failed, missing)], flags, "missing_field");
        }

        if (!enquiry.HasContactConsent)
        {
            return Refused(enquiry, null, [new(1, "required", StepResult.Failed, "no_consent")], flags, "no_consent");
        }

        steps.Add(new(1, "required", StepResult.Passed));
        if (!PhoneNumber.TryNormalise(enquiry.Phone, out var phone))
        {
            steps.Add(new(2, "phone", StepResult.Failed, "bad_phone"));
            return Refused(enquiry, null, steps, flags, "bad_phone");
        }

        steps.Add(new(2, "phone", StepResult.Passed));
        if (facts.Blocked is { } blocked)
        {
            steps.Add(new(3, "blocklist", StepResult.Failed, StoredWord<BlockReason>.Of(blocked)));
            return Refused(enquiry, phone, steps, flags, "blocked");
        }

        steps.Add(new(3, "blocklist", StepResult.Passed));
        steps.Add(CheckRisk(phone, facts, flags));
        return Normalise(enquiry, phone, facts, steps, flags);
    }

    /// <summary>Rules 6–8, for an enquiry that passed the first five.</summary>
    /// <param name="screened">The result of <see cref="Screen"/>.</param>
    /// <param name="duplicate">What the look at this person's other leads said.</param>
    /// <param name="score">The lead's score of 0–10.</param>
    /// <param name="rules">What the tenant set.</param>
    public static CleaningVerdict Judge(ScreenedEnquiry screened, DuplicateDecision duplicate, decimal score, CleaningRules rules)
    {
        var steps = screened.Steps.ToList();
        var flags = screened.Flags.ToList();
        if (screened.InvalidReason is { } invalid)
        {
            return new(LeadState.Invalid, invalid, false, flags, steps);
        }

        steps.Add(new(6, "duplicates", duplicate.Kind is DuplicateKind.Collision ? StepResult.Failed : StepResult.Passed, StoredWord<DuplicateKind>.Of(duplicate.Kind)));
        if (duplicate.Kind is DuplicateKind.Collision)
        {
            return new(LeadState.Merged, "collision", false, flags, steps);
        }

        var enquiry = screened.Enquiry;
        if (enquiry.Proof is ContactProof.Unverified && enquiry.MissedCalls >= rules.MissesUntilUnreachable)
        {
            steps.Add(new(7, "verification", StepResult.Failed, "unreachable"));
            return new(LeadState.Invalid, "unreachable", false, flags, steps);
        }

        steps.Add(CheckProof(enquiry, flags));
        var atOnce = enquiry.NamedDealerId is not null || enquiry.HostDealerId is not null;
        var enough = atOnce || score >= rules.DispatchThreshold;
        steps.Add(new(8, "score", enough ? StepResult.Passed : StepResult.Flagged, enough ? null : "below_threshold"));
        return new(enough ? LeadState.Cleaned : LeadState.Nurturing, enough ? null : "below_threshold", atOnce, flags, steps);
    }

    /// <summary>Rule 1: everything that an enquiry needs is there, the consent included.</summary>
    public static bool IsComplete(Enquiry enquiry) => MissingField(enquiry) is null && enquiry.HasContactConsent;

    private static string? MissingField(Enquiry enquiry)
        => string.IsNullOrWhiteSpace(enquiry.Phone) ? "phone"
            : string.IsNullOrWhiteSpace(enquiry.Source) ? "source"
            : enquiry.BrandId is null ? "brand"
            : string.IsNullOrWhiteSpace(enquiry.Name) ? "name"
            : null;

    private static CleaningStep CheckRisk(string phone, CleaningFacts facts, List<string> flags)
    {
        var reason = facts.Rules.MarksVirtualSegments && VirtualSegments.Hold(phone) ? "virtual_segment" : facts.IsReusedContact ? "reused_contact" : null;
        if (reason is not null)
        {
            flags.Add(RiskPhone);
        }

        return new(4, "risk", reason is null ? StepResult.Passed : StepResult.Flagged, reason);
    }

    private static ScreenedEnquiry Normalise(Enquiry enquiry, string phone, CleaningFacts facts, List<CleaningStep> steps, List<string> flags)
    {
        var aliases = facts.Aliases;
        var (place, unknown) = Divisions.Read(
            aliases.Read(CleaningFields.Province, enquiry.Province), aliases.Read(CleaningFields.City, enquiry.City), aliases.Read(CleaningFields.District, enquiry.District));
        var (source, isSourceKnown) = ReadSource(enquiry, aliases);
        var series = FindSeries(aliases.Read(CleaningFields.Series, enquiry.Series), facts);
        var window = PurchaseWindows.Find(aliases.Read(CleaningFields.Window, enquiry.Window));
        var dealer = enquiry.NamedDealerId ?? FindDealer(aliases.Read(CleaningFields.Dealer, enquiry.Dealer), facts);
        var hasBudget = enquiry.HasBudget || (enquiry.Budget is { } budget && Budgets.IsKnown(budget));

        var review = unknown.ToList();
        AddWhere(!isSourceKnown, CleaningFields.Source);
        AddWhere(series is null && IsWritten(enquiry.Series), CleaningFields.Series);
        AddWhere(window is null && IsWritten(enquiry.Window), CleaningFields.Window);
        AddWhere(dealer is null && IsWritten(enquiry.Dealer), CleaningFields.Dealer);
        AddWhere(!hasBudget && IsWritten(enquiry.Budget), CleaningFields.Budget);
        AddWhere(enquiry.Name!.Length > LongestName, CleaningFields.Name);

        flags.AddRange(review.Select(part => $"{NeedsReview}:{part}"));
        if (!IsWritten(enquiry.Series))
        {
            review.Add(NoSeries);
            flags.Add(NoSeries);
        }

        steps.Add(review.Count == 0
            ? new(5, "normalise", StepResult.Passed)
            : new(5, "normalise", StepResult.Flagged, string.Join(',', review)));
        return new(enquiry with { NamedDealerId = dealer, HasBudget = hasBudget }, null, phone, place, source, series, window, flags, steps);

        void AddWhere(bool isUnknown, string part)
        {
            if (isUnknown)
            {
                review.Add(part);
            }
        }
    }

    private static bool IsWritten(string? word) => !string.IsNullOrWhiteSpace(word);

    // What a clerk said of first and second level together goes before the list; the third is the campaign itself and stays as written.
    private static (LeadSource Source, bool IsKnown) ReadSource(Enquiry enquiry, CleaningAliases aliases)
    {
        var written = WrittenWord.SourceOf(enquiry);
        var code = aliases.Read(CleaningFields.Source, written);
        return code == written
            ? SourceTree.Read(enquiry.Source, enquiry.SourceSecond, enquiry.SourceThird)
            : SourceTree.Read(code, third: IsWritten(enquiry.SourceThird) ? enquiry.SourceThird : enquiry.SourceSecond);
    }

    private static string? FindSeries(string? written, CleaningFacts facts)
        => string.IsNullOrWhiteSpace(written) ? null
            : facts.SeriesByName.Count == 0 ? written.Trim()
            : facts.SeriesByName.GetValueOrDefault(written.Trim());

    private static Guid? FindDealer(string? written, CleaningFacts facts)
        => written is not null && facts.DealersByName.TryGetValue(written.Trim(), out var dealer) ? dealer : null;

    private static CleaningStep CheckProof(Enquiry enquiry, List<string> flags)
    {
        if (enquiry.Proof is not ContactProof.Unverified)
        {
            return new(7, "verification", StepResult.Passed, StoredWord<ContactProof>.Of(enquiry.Proof));
        }

        flags.Add(Unverified);
        return new(7, "verification", StepResult.Flagged, Unverified);
    }

    private static ScreenedEnquiry Refused(Enquiry enquiry, string? phone, IReadOnlyList<CleaningStep> steps, IReadOnlyList<string> flags, string reason)
        => new(enquiry, reason, phone, Place.Nowhere, new(null, null, null), null, null, flags, steps);
}
