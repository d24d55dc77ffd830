using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.List;

/// <summary>Who signed up at one activity, masked as on the screen for everybody; the view is the activity.</summary>
internal sealed class SignUpExport(ActivityQueries activities, IStringLocalizer<ActivitiesTexts> text) : ExportList<SignUpRow>
{
    public const string List = "sign_ups";

    public override string Code => List;

    public override string Permission => ActivitiesPermissions.Read;

    public override Type Texts => typeof(ActivitiesTexts);

    protected override IReadOnlyList<ExportColumn<SignUpRow>> Sheet { get; } =
    [
        new("number", "drawer.number", s => s.Number, ColumnKind.Identifier),
        new("name", "drawer.name", s => s.NameMask) { IsPersonal = true, IsMasked = true },
        new("phone", "drawer.phone", s => s.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("state", "list.state", s => text["sign_up." + s.State].Value),
        new("session", "drawer.session", s => s.SessionAt, ColumnKind.Moment),
        new("dealer", "drawer.dealer", s => s.Dealer ?? s.City),
        new("contact", "drawer.contact", s => text[s.MayBeContacted ? "contact.yes" : "contact.no"].Value),
        new("at", "drawer.at", s => s.At, ColumnKind.Moment),
        new("series", "drawer.series", s => s.SeriesCode),
        new("window", "drawer.window", s => s.PurchaseWindow is { } window ? text["window." + window].Value : null),
    ];

    protected override Task<Page<SignUpRow>> PageAsync(string? view, PageRequest page, CancellationToken ct)
        => Guid.TryParse(view, out var activity) ? activities.SignUpsAsync(activity, page, ct) : Task.FromResult(Page<SignUpRow>.Empty);

    protected override Guid IdOf(SignUpRow row) => row.Id;
}
