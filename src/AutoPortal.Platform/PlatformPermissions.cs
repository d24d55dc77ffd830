using AutoPortal.Kernel.Audit;
using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Platform;

/// <summary>What Platform checks.</summary>
public static class PlatformPermissions
{
    /// <summary>See the tree and its dealers, within reach.</summary>
    public const string OrganisationRead = "platform.organisation_read";

    /// <summary>Open, change, move and close dealers, regions and brands.</summary>
    public const string OrganisationManage = "platform.organisation_manage";

    /// <summary>See members, within reach.</summary>
    public const string PeopleRead = "platform.people_read";

    /// <summary>Hire and change members within reach, lock them, end their sessions.</summary>
    public const string PeopleManage = "platform.people_manage";

    /// <summary>See the series catalogue.</summary>
    public const string SeriesRead = "platform.series_read";

    /// <summary>Change the series catalogue.</summary>
    public const string SeriesManage = "platform.series_manage";

    /// <summary>Come on duty and leave it.</summary>
    public const string Duty = "platform.duty";

    /// <summary>Put advisors on and off duty.</summary>
    public const string Roster = "platform.roster";

    /// <summary>Open the files brought in; which kinds, the permission of each kind says.</summary>
    public const string Imports = "platform.imports";

    /// <summary>Search the audit.</summary>
    public const string Audit = AuditSearch.Permission;

    /// <summary>Replay and discard what could not be delivered.</summary>
    public const string DeadLettersManage = DeadLetters.Permission;

    /// <summary>Let other people's exports of personal data go, or not.</summary>
    public const string ExportsApprove = "platform.exports_approve";

    internal static readonly string[] All = [OrganisationRead, OrganisationManage, PeopleRead, PeopleManage, SeriesRead, SeriesManage, Duty, Roster, Imports, Audit, DeadLettersManage, ExportsApprove];
}
