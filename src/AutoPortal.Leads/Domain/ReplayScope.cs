using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

/// <summary>Over which leads rules are run again; always only those that no person has worked on since.</summary>
/// <param name="What">Of <see cref="Kinds"/>: a lead is meant that is any of these.</param>
/// <param name="CreatedFrom">First moment, or null.</param>
/// <param name="CreatedUntil">First moment that is not meant any more, or null.</param>
/// <param name="ImportRunId">Only what this file run brought, or null.</param>
/// <param name="Source">Code of a source and all below it, or null.</param>
internal sealed record ReplayScope(IReadOnlyList<string> What, DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedUntil, Guid? ImportRunId, string? Source)
{
    public const string Invalid = "invalid";
    public const string Nurturing = "nurturing";
    public const string Cleaned = "cleaned";
    public const string NeedsReview = "needs_review";
    public const string RiskPhone = "risk_phone";

    /// <summary>States, and reasons for which leads wait in the queue.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Invalid, Nurturing, NeedsReview, RiskPhone, Cleaned];

    public Refusal? Check()
        => What.Count == 0 || What.Except(Kinds).Any() ? LeadRefusals.ReplayOfNothing
            : CreatedFrom >= CreatedUntil ? LeadRefusals.ReplayDaysAreTurned
            : Source is not null && SourceTree.Read(Source).Source.Code != Source ? LeadRefusals.CodeIsUnknown
            : null;
}

/// <summary>One lead that the rules judge otherwise now.</summary>
/// <param name="Before">The state, or <c>invalid:reason</c>.</param>
/// <param name="After">The same, now.</param>
/// <param name="Reasons">Codes of what failed or was flagged.</param>
internal sealed record ReplaySample(Guid LeadId, string Before, string After, IReadOnlyList<string> Reasons)
{
    private const int Most = 50;
    private const int MostOfOneKind = 10;

    /// <summary>Some of each kind of change go before many of one.</summary>
    public static IReadOnlyList<ReplaySample> Add(IReadOnlyList<ReplaySample> known, IReadOnlyList<ReplaySample> more)
        => more.Count == 0 || known.Count == Most ? known
            : [.. known.Concat(more).GroupBy(s => (s.Before, s.After)).SelectMany(g => g.Take(MostOfOneKind)).Take(Most)];
}

/// <summary>How many leads went from one result to another; equal results are changes of what is marked or read.</summary>
internal sealed record ReplayResult(string Before, string After, int Count)
{
    public static IReadOnlyList<ReplayResult> Add(IReadOnlyList<ReplayResult> known, IReadOnlyList<ReplaySample> more)
        => more.Count == 0 ? known
            : [.. known.Concat(more.Select(s => new ReplayResult(s.Before, s.After, 1)))
                .GroupBy(r => (r.Before, r.After))
                .Select(g => new ReplayResult(g.Key.Before, g.Key.After, g.Sum(r => r.Count)))
                .OrderByDescending(r => r.Count).ThenBy(r => r.Before, StringComparer.Ordinal).ThenBy(r => r.After, StringComparer.Ordinal)];
}

/// <summary>Some leads of a replay, looked at together.</summary>
/// <param name="Last">Where the next batch goes on.</param>
/// <param name="Looked">All of them.</param>
/// <param name="Skipped">Those that a person has decided on.</param>
/// <param name="Changes">Those that the rules judge otherwise now.</param>
internal sealed record ReplayBatch(Guid Last, int Looked, int Skipped, IReadOnlyList<ReplaySample> Changes);
