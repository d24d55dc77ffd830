using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What the rules said of a lead before, and what they say now.</summary>
/// <param name="Before">The state, or <c>invalid:reason</c>.</param>
/// <param name="After">The same, now.</param>
/// <param name="Steps">Of the new verdict.</param>
internal sealed record CleanedAgain(Guid LeadId, string NameMask, string PhoneMask, string Before, string After, IReadOnlyList<string> FlagsBefore, IReadOnlyList<string> Flags, IReadOnlyList<CleaningStep> Steps)
{
    public bool IsChanged => Before != After || !FlagsBefore.SequenceEqual(Flags);

    /// <summary>How results are counted: the state, with its reason where it is invalid.</summary>
    public static string ResultOf(LeadState state, string? invalidReason)
        => state is LeadState.Invalid ? $"{state.Word()}:{invalidReason}" : state.Word();
}
