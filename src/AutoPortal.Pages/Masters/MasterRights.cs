using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Pages.Masters;

/// <summary>Who decides about masters: those of HQ who let pages through.</summary>
internal static class MasterRights
{
    /// <summary>Whether the person may offer pages to dealers and order copies of them.</summary>
    public static bool MayOfferMasters(this CurrentScope scope) => scope.May(PagesPermissions.Publish) && scope.SeesAllDealers;
}
