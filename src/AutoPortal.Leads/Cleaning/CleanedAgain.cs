using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What the rules said of a lead before, and what they say now.</summary>
/// <param name="Before">The state, or <c>invalid:reason</c>.</param>
/// <param name="After">The same, now.</param>
/// <param name="Steps">Of the new verdict.</param>
/// <param name="IsReadAnew">An answer stands for something else now.</param>
internal sealed record CleanedAgain(Guid LeadId, string Before, string After, IReadOnlyList<string> FlagsBefore, IReadOnlyList<string> Flags, IReadOnlyList<CleaningStep> Steps, bool IsReadAnew)
{
    public bool IsChanged => Before != After || IsReadAnew || !FlagsBefore.SequenceEqual(Flags);

    /// <summary>Codes of what failed or was flagged.</summary>
    public IReadOnlyList<string> Reasons => [.. Steps.Where(s => s.Result is not StepResult.Passed).SelectMany(s => (s.Reason ?? s.Name).Split(','))];

    /// <summary>How results are counted: the state, with its reason where it is invalid.</summary>
    public static string ResultOf(LeadState state, string? invalidReason)
        => state is LeadState.Invalid ? $"{state.Word()}:{invalidReason}" : state.Word();
}
