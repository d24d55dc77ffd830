namespace AutoPortal.Leads.Domain;

/// <summary>Number segments of virtual operators: often thrown away, so a lead with one is marked, not dropped (domain language §4.4, rule 4).</summary>
internal static class VirtualSegments
{
    private static readonly HashSet<string> Prefixes = [.. FactFile.Read<SegmentFile>("virtual-segments.json").Prefixes];

    /// <param name="phone">Eleven digits.</param>
    public static bool Hold(string phone) => Prefixes.Contains(phone[..3]);

    private sealed record SegmentFile(string Source, DateOnly Updated, IReadOnlyList<string> Prefixes);
}
