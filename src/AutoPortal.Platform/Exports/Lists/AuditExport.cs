using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Oversight;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>The audit, without what stood in the rows: values before and after are looked at one by one.</summary>
internal sealed class AuditExport(AuditSearch search, IStringLocalizer<PlatformTexts> text, TimeProvider clock) : ExportList<AuditRow>
{
    public override string Code => "audit";

    public override string Permission => PlatformPermissions.Audit;

    public override Type Texts => typeof(PlatformTexts);

    protected override IReadOnlyList<ExportColumn<AuditRow>> Sheet { get; } =
    [
        new("at", "audit.at", a => a.At, ColumnKind.Moment),
        new("actor", "audit.actor", a => a.ActorName),
        new("action", "audit.action", a => text["audit_action." + a.Action] is { ResourceNotFound: false } words ? words.Value : a.Action),
        new("entity", "audit.entity", a => $"{a.Module}.{a.Entity}"),
        new("entity_id", "audit.entity_id", a => a.EntityId.ToString()),
        new("origin", "audit.origin", a => a.Origin),
        new("trace", "audit.trace", a => a.TraceId),
    ];

    protected override Task<Page<AuditRow>> PageAsync(string? view, PageRequest page, CancellationToken ct)
        => search.FindAsync(AuditWords.Read(page, clock.GetUtcNow()), page, ct);

    protected override Guid IdOf(AuditRow row) => row.Id;
}
