namespace AutoPortal.Leads.Domain;

/// <summary>Why a lead was lost: both levels are needed (domain language §4.6).</summary>
internal sealed record LostReason(string L1, string L2);

internal static class LostReasons
{
    public static readonly IReadOnlyList<CodeNode> All = FactFile.Read<ReasonFile>("lost-reasons.json").Reasons;

    public static bool Has(LostReason reason)
        => All.FirstOrDefault(r => r.Code == reason.L1)?.Children?.Any(c => c.Code == reason.L2) ?? false;

    private sealed record ReasonFile(string Source, DateOnly Updated, IReadOnlyList<CodeNode> Reasons);
}
