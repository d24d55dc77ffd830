using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Oversight;

/// <summary>Who changed what, over all modules.</summary>
public sealed partial class AuditPage
{
    private static readonly string[] Actions = ["added", "changed", "deleted", "signed_in", "signed_out", "scope_switched", "phone_revealed", "sessions_ended", "came_on_duty", "left_duty"];
    private readonly CancellationTokenSource _leaving = new();
    private AuditRow? _open;

    [Inject] private AuditSearch Search { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private bool MaySee => Scope.May(PlatformPermissions.Audit) && Scope.SeesAllDealers;

    private List<FilterOption> SinceOptions => [new("1", Text["audit.day"]), new("7", Text["audit.week"]), new("31", Text["audit.month"])];

    private List<FilterOption> ActionOptions => [.. Actions.Select(a => new FilterOption(a, Text["audit_action." + a]))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private string ActionWords(AuditRow row) => Text["audit_action." + row.Action] is { ResourceNotFound: false } words ? words : row.Action;

    private Task<Page<AuditRow>> LoadAsync(PageRequest page)
    {
        var query = Read(page.Search) with { Action = page.Filters.GetValueOrDefault("action") };
        if (page.Filters.TryGetValue("since", out var since))
        {
            query = query with { From = Clock.GetUtcNow() - TimeSpan.FromDays(int.TryParse(since, out var days) && days is > 0 and < 4_000 ? days : 0) };
        }

        return Search.FindAsync(query, page, _leaving.Token);
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
