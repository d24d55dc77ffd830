using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.People;
using AutoPortal.Platform.Shell;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>Members; their sign-in names are masked for everybody.</summary>
internal sealed class PeopleExport(PeopleQueries people, IStringLocalizer<PlatformTexts> text) : ExportList<MemberRow>
{
    public override string Code => "people";

    public override string Permission => PlatformPermissions.PeopleRead;

    public override Type Texts => typeof(PlatformTexts);

    protected override IReadOnlyList<ExportColumn<MemberRow>> Sheet { get; } =
    [
        new("name", "people.name", m => m.Name) { IsPersonal = true },
        new("sign_in", "people.email", m => m.SignIn) { IsPersonal = true, IsMasked = true },
        new("role", "people.role", m => RoleWords.Of(text, m.RoleTemplate, m.RoleName)),
        new("place", "people.place", m => m.Place ?? text["people.whole_tenant"].Value),
        new("state", "people.state", m => text["member_state." + m.State].Value),
        new("duty", "people.duty", m => text[!m.IsAdvisor ? "people.no_duty" : m.IsOnDuty ? "people.is_on_duty" : "people.is_off_duty"].Value),
        new("since", "people.since", m => m.FromOn, ColumnKind.Day),
        new("until", "people.until_on", m => m.UntilOn, ColumnKind.Day),
    ];

    protected override Task<Page<MemberRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => people.ListAsync(page, ct);

    protected override Guid IdOf(MemberRow row) => row.MembershipId;
}
