using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Imports.Staff;
using AutoPortal.Platform.People;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>Members in the cells that an import reads: the file comes back with what was changed in it. Their sign-in numbers are masked for everybody, and a masked one changes nothing.</summary>
internal sealed class PeopleExport(PeopleQueries people, StaffWords staff, IStringLocalizer<PlatformTexts> text) : ExportList<PeopleExport.Row>
{
    private StaffDictionaries? _words;

    public override string Code => "people";

    public override string Permission => PlatformPermissions.PeopleRead;

    public override Type Texts => typeof(PlatformTexts);

    public override string? ImportKind => "staff";

    protected override IReadOnlyList<ExportColumn<Row>> Sheet { get; } =
    [
        new(StaffFile.Name, "import.staff.name", row => row.Member.Name) { IsPersonal = true },
        new(StaffFile.SignIn, "import.staff.sign_in", row => row.Member.SignIn) { IsPersonal = true, IsMasked = true },
        new(StaffFile.Role, "import.staff.role", row => row.Words.NameOf(row.Member.RoleId)),
        new("place", "people.place", row => row.Member.Place ?? text["people.whole_tenant"].Value),
        new("state", "people.state", row => text["member_state." + row.Member.State].Value),
        new("duty", "people.duty", row => text[!row.Member.IsAdvisor ? "people.no_duty" : row.Member.IsOnDuty ? "people.is_on_duty" : "people.is_off_duty"].Value),
        new(StaffFile.FromOn, "import.staff.from_on", row => row.Member.FromOn, ColumnKind.Day),
        new(StaffFile.UntilOn, "import.staff.until_on", row => row.Member.UntilOn, ColumnKind.Day),
        new(StaffFile.Dealer, "import.staff.dealer", row => row.Words.DealerCodeOf(row.Member.NodeId), ColumnKind.Identifier),
        new(StaffFile.Region, "import.staff.region", row => row.Words.RegionNameOf(row.Member.NodeId)),
        new(StaffFile.SubRegion, "import.staff.sub_region", row => row.Words.SubRegionNameOf(row.Member.NodeId)),
        new(StaffFile.OpenCap, "import.staff.open_cap", row => row.Member.OpenLeadCap, ColumnKind.Number),
        new(StaffFile.DailyCap, "import.staff.daily_cap", row => row.Member.DailyNewCap, ColumnKind.Number),
        new(StaffFile.Tags, "import.staff.tags", row => string.Join('、', row.Member.Tags)),
    ];

    protected override async Task<Page<Row>> PageAsync(string? view, PageRequest page, CancellationToken ct)
    {
        var words = _words ??= await staff.ReadAsync(ct);
        var found = await people.ListAsync(page, ct);
        return new([.. found.Rows.Select(member => new Row(member, words))], found.NextAfter, found.Total);
    }

    protected override Guid IdOf(Row row) => row.Member.MembershipId;

    protected override string VersionOf(Row row) => row.Member.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal sealed record Row(MemberRow Member, StaffDictionaries Words);
}
