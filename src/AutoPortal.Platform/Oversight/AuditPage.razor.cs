using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Oversight;

/// <summary>Who changed what, over all modules.</summary>
public sealed partial class AuditPage
{
    private static readonly string[] Actions = ["added", "changed", "deleted", "signed_in", "signed_out", "scope_switched", "phone_revealed", "sessions_ended", "came_on_duty", "left_duty", "export_fetched"];
    private readonly ScreenLifetime _leaving = new();
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
        _leaving.Dispose();
    }

    private string ActionWords(AuditRow row) => Text["audit_action." + row.Action] is { ResourceNotFound: false } words ? words : row.Action;

    private Task<Page<AuditRow>> LoadAsync(PageRequest page) => Search.FindAsync(AuditWords.Read(page, Clock.GetUtcNow()), page, _leaving.Token);
}
