using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.List;

/// <summary>Activities with their figures.</summary>
internal sealed class ActivityExport(ActivityQueries activities, IStringLocalizer<ActivitiesTexts> text) : ExportList<ActivityRow>
{
    public override string Code => "activities";

    public override string Permission => ActivitiesPermissions.Read;

    public override Type Texts => typeof(ActivitiesTexts);

    protected override IReadOnlyList<ExportColumn<ActivityRow>> Sheet { get; } =
    [
        new("name", "list.name", a => ActivityWords.Title(a)),
        new("state", "list.state", a => text["state." + a.State].Value),
        new("kind", "list.kind", a => text["kind." + a.Kind].Value),
        new("signed", "list.signed", a => a.SignedUp, ColumnKind.Number),
        new("quota", "list.quota", a => a.Quota, ColumnKind.Number),
        new("waiting", "list.waiting", a => a.Waiting, ColumnKind.Number),
        new("not_contacted", "list.not_contacted", a => a.NotContacted, ColumnKind.Number),
        new("from", "list.from", a => a.SignUpFrom, ColumnKind.Moment),
        new("until", "list.until", a => a.SignUpUntil, ColumnKind.Moment),
        new("scope", "list.scope", a => text["scope." + a.Scope].Value),
    ];

    protected override Task<Page<ActivityRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => activities.ListAsync(page, ct);

    protected override Guid IdOf(ActivityRow row) => row.Id;
}
