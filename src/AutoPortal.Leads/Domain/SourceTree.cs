namespace AutoPortal.Leads.Domain;

/// <summary>线索来源 in three levels. The third is the campaign, post or activity itself and belongs to no list.</summary>
/// <param name="L1">Code of the first level, or null where what was written is not known.</param>
/// <param name="L2">Code of the second level, or null.</param>
/// <param name="L3">As given, or null.</param>
internal sealed record LeadSource(string? L1, string? L2, string? L3)
{
    /// <summary>Levels joined by dots, as addresses and stored columns have them: <c>activity.test_drive_event.autumn</c>.</summary>
    public string Code => string.Join('.', new[] { L1, L2, L3 }.TakeWhile(l => l is not null));
}

/// <summary>Which sources there are (domain language §4.1).</summary>
internal static class SourceTree
{
    public static readonly IReadOnlyList<CodeNode> Sources = FactFile.Read<SourceFile>("sources.json").Sources;

    /// <summary>Reads a dotted code, or a first level as a file names it.</summary>
    /// <returns>The source, and whether every level that is listed was known: an unknown level is kept empty, never guessed.</returns>
    public static (LeadSource Source, bool IsKnown) Read(string? first, string? second = null, string? third = null)
    {
        var levels = (first ?? "").Split('.', 3);
        var l1 = Sources.FirstOrDefault(s => s.Is(levels[0].Trim()));
        var writtenSecond = Written(second) ?? levels.ElementAtOrDefault(1);
        var l2 = l1?.Child(writtenSecond);
        var l3 = l1 is null ? null : Written(third) ?? levels.ElementAtOrDefault(2);
        return (new(l1?.Code, l2?.Code, l2 is null ? null : l3), l1 is not null && (writtenSecond is null || l2 is not null));
    }

    private static string? Written(string? level) => string.IsNullOrWhiteSpace(level) ? null : level;

    private sealed record SourceFile(string Source, DateOnly Updated, IReadOnlyList<CodeNode> Sources);
}
