using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Platform.Oversight;

/// <summary>What was typed and chosen above the audit, as the search asks it.</summary>
internal static class AuditWords
{
    /// <summary>Filters: <c>action</c>, <c>since</c> (days).</summary>
    public static AuditQuery Read(PageRequest page, DateTimeOffset now)
    {
        var query = Read(page.Search) with { Action = page.Filters.GetValueOrDefault("action") };
        return page.Filters.TryGetValue("since", out var since)
            ? query with { From = now - TimeSpan.FromDays(int.TryParse(since, out var days) && days is > 0 and < 4_000 ? days : 0) }
            : query;
    }

    // A row's id, a trace id or the name of an entity: each has a form of its own.
    private static AuditQuery Read(string? words) => words switch
    {
        null => new AuditQuery(),
        { Length: 32 } trace when trace.All(char.IsAsciiHexDigit) => new AuditQuery(TraceId: trace.ToLowerInvariant()),
        _ when Guid.TryParse(words, out var id) => new AuditQuery(EntityId: id),
        _ => new AuditQuery(Entity: words),
    };
}
