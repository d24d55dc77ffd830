using System.Globalization;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>A row's cells as a member, with every cell that could not be read.</summary>
internal sealed record StaffRow(Role? Role, Seat? Seat, MemberDescription Description, IReadOnlyList<RowIssue> Issues)
{
    private const string Day = "yyyy-MM-dd";
    private static readonly char[] ListSigns = ['、', ',', ';', ' '];

    /// <summary>The member's cells today, in the words that files use.</summary>
    public static Dictionary<string, string> CellsOf(Membership member, string signIn, StaffDictionaries words) => new(StringComparer.Ordinal)
    {
        [StaffFile.Name] = ImportText.Normalise(member.Name),
        [StaffFile.SignIn] = signIn,
        [StaffFile.Role] = words.NameOf(member.RoleId),
        [StaffFile.Dealer] = words.DealerCodeOf(member.NodeId),
        [StaffFile.Region] = words.RegionNameOf(member.NodeId),
        [StaffFile.SubRegion] = words.SubRegionNameOf(member.NodeId),
        [StaffFile.FromOn] = member.FromOn.ToString(Day, CultureInfo.InvariantCulture),
        [StaffFile.UntilOn] = member.UntilOn?.ToString(Day, CultureInfo.InvariantCulture) ?? "",
        [StaffFile.OpenCap] = member.OpenLeadCap.ToString(CultureInfo.InvariantCulture),
        [StaffFile.DailyCap] = member.DailyNewCap.ToString(CultureInfo.InvariantCulture),
        [StaffFile.Tags] = string.Join('、', member.Tags.Select(ImportText.Normalise)),
    };

    /// <summary>What a new member cannot do without.</summary>
    public static IEnumerable<RowIssue> Missing(ImportRow row) => new[] { StaffFile.Name, StaffFile.Role }.Where(f => row[f].Length == 0).Select(f => new RowIssue(f, "missing_field"));

    public static StaffRow Read(IReadOnlyDictionary<string, string> cells, StaffDictionaries words, DateOnly today)
    {
        var issues = new List<RowIssue>();
        string Text(string field) => cells.GetValueOrDefault(field, "");
        T? Known<T>(string field, Func<string, T?> find)
        {
            var found = Text(field) is { Length: > 0 } text ? find(text) : default;
            if (found is null && Text(field).Length > 0)
            {
                issues.Add(new RowIssue(field, "unknown_word") { Details = [Text(field)] });
            }

            return found;
        }

        var role = Known(StaffFile.Role, words.RoleOf);
        var seat = role is null ? null : SeatOf(role, Known(StaffFile.Dealer, words.DealerOf)?.Id, Known(StaffFile.Region, words.RegionOf)?.Id, region => Known(StaffFile.SubRegion, word => words.SubRegionOf(region, word))?.Id, issues);
        var description = new MemberDescription(
            Text(StaffFile.Name),
            Known<DateOnly?>(StaffFile.FromOn, word => ImportText.Day(word)) ?? today,
            Known<DateOnly?>(StaffFile.UntilOn, word => ImportText.Day(word)),
            Known<int?>(StaffFile.OpenCap, word => ImportText.Number(word)) ?? Membership.DefaultOpenLeadCap,
            Known<int?>(StaffFile.DailyCap, word => ImportText.Number(word)) ?? Membership.DefaultDailyNewCap,
            Text(StaffFile.Tags).Split(ListSigns, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new(role, seat, description, issues);
    }

    /// <summary>A sign-in name as it is kept; as written where it is none.</summary>
    public static string Tidy(string written) => SignInName.Read(written) is { } signIn ? signIn.Text : written;

    /// <summary>The domain's refusal beside the cell it is about.</summary>
    public static RowIssue IssueOf(Refusal refusal) => new(refusal.Code switch
    {
        var c when c == PlatformRefusals.NameMissing.Code => StaffFile.Name,
        var c when c == PlatformRefusals.MemberDaysTurned.Code || c == PlatformRefusals.CannotLockYourself.Code => StaffFile.UntilOn,
        var c when c == PlatformRefusals.CapOutOfRange.Code => StaffFile.OpenCap,
        var c when c == PlatformRefusals.TooManyTags.Code => StaffFile.Tags,
        _ => StaffFile.Role,
    }, refusal.Code.Split('.')[^1]);

    private static Seat? SeatOf(Role role, Guid? dealer, Guid? region, Func<Guid?, Guid?> subRegion, List<RowIssue> issues)
    {
        var reach = RoleReach.Of(role.Template)[0];
        var part = reach is MembershipReach.Region ? subRegion(region) : null;
        var seat = reach switch
        {
            MembershipReach.Tenant => new Seat(reach, null),
            MembershipReach.Region => part is null ? new Seat(reach, region) : new Seat(MembershipReach.SubRegion, part),
            _ => new Seat(reach, dealer),
        };
        if (seat.Reach is MembershipReach.Tenant || seat.NodeId is not null)
        {
            return seat;
        }

        var cell = seat.IsAtDealer ? StaffFile.Dealer : StaffFile.Region;
        if (!issues.Exists(i => i.Field == cell))
        {
            issues.Add(new RowIssue(cell, "missing_field"));
        }

        return null;
    }
}
