namespace AutoPortal.Kernel.Outcomes;

/// <summary>An expected "no" that a person can act on.</summary>
/// <param name="Code">Resource key of the module that refuses, such as <c>leads.cannot_be_assigned_now</c>.</param>
/// <param name="Details">Values for the placeholders of the text, in order; never personal data.</param>
public sealed record Refusal(string Code, params object[] Details)
{
    /// <summary>The person's role does not allow it.</summary>
    public static readonly Refusal NotAllowed = new("kernel.not_allowed");

    /// <summary>No such row in the person's scope; a foreign row looks the same.</summary>
    public static readonly Refusal NotFound = new("kernel.not_found");

    /// <summary>Somebody else saved the row since it was read.</summary>
    public static readonly Refusal ChangedMeanwhile = new("kernel.changed_meanwhile");

    /// <inheritdoc/>
    public bool Equals(Refusal? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);
}
