using System.Globalization;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;

namespace AutoPortal.Platform.People;

/// <summary>What a person types about a member, new or known.</summary>
internal sealed class MemberForm
{
    public string SignIn { get; set; } = "";

    public string Name { get; set; } = "";

    public Guid? RoleId { get; set; }

    public Guid? NodeId { get; set; }

    public DateOnly FromOn { get; set; }

    public DateOnly? UntilOn { get; set; }

    public int OpenLeadCap { get; set; } = Membership.DefaultOpenLeadCap;

    public int DailyNewCap { get; set; } = Membership.DefaultDailyNewCap;

    /// <summary>With commas or spaces between them.</summary>
    public string Tags { get; set; } = "";

    public MemberDescription Description
        => new(Name, FromOn, UntilOn, OpenLeadCap, DailyNewCap, Tags.Split([',', '，', '、', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public static MemberForm Of(MemberRow member) => new()
    {
        SignIn = member.SignIn,
        Name = member.Name,
        RoleId = member.RoleId,
        NodeId = member.NodeId,
        FromOn = member.FromOn,
        UntilOn = member.UntilOn,
        OpenLeadCap = member.OpenLeadCap,
        DailyNewCap = member.DailyNewCap,
        Tags = string.Join('、', member.Tags),
    };

    /// <summary>The reach that role and node make together.</summary>
    /// <param name="template">Of the chosen role.</param>
    /// <param name="isSubRegion">Whether the node is a sub-region.</param>
    public Seat SeatFor(string template, bool isSubRegion)
    {
        var reach = RoleReach.Of(template)[0];
        return reach is MembershipReach.Tenant ? new(reach, null) : new(reach is MembershipReach.Region && isSubRegion ? MembershipReach.SubRegion : reach, NodeId);
    }

    /// <summary>What differs from another form.</summary>
    public IReadOnlyList<FieldDifference> DifferencesTo(MemberForm other)
        => [.. Fields().Zip(other.Fields(), (mine, theirs) => new FieldDifference(mine.Label, mine.Value, theirs.Value)).Where(d => d.Mine != d.Theirs)];

    private IEnumerable<(string Label, string Value)> Fields()
    {
        yield return ("people.name", Name.Trim());
        yield return ("people.from_on", DealerWords.Day(FromOn));
        yield return ("people.until_on", UntilOn is { } until ? DealerWords.Day(until) : "");
        yield return ("people.open_cap", OpenLeadCap.ToString(CultureInfo.InvariantCulture));
        yield return ("people.daily_cap", DailyNewCap.ToString(CultureInfo.InvariantCulture));
        yield return ("people.tags", string.Join(' ', Description.Tags));
    }
}
