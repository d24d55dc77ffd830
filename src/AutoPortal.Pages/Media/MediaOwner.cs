using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>Whose a picture is: HQ's, which every dealer may use, or one dealer's.</summary>
internal static class MediaOwner
{
    /// <summary>Who owns what the person adds: HQ (null) or the dealer they work for. Refused where they reach several dealers, because it must be plain whose it is.</summary>
    public static Outcome<Guid?> Of(CurrentScope scope)
        => scope.SeesAllDealers ? new Outcome<Guid?>(null, null)
            : scope.DealerIds.Count == 1 ? new Outcome<Guid?>(scope.DealerIds[0], null)
            : MediaRefusals.WhoseIsIt;

    /// <summary>HQ's pictures and those of the dealers within reach.</summary>
    public static IQueryable<MediaPicture> SeenPictures(this PagesDb db)
    {
        var (all, mine) = (db.Scope.SeesAllDealers, db.Scope.DealerIds);
        return db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).Where(p => all || p.DealerId == null || mine.Contains(p.DealerId.Value));
    }

    /// <summary>Whether the person may change it or let it go.</summary>
    public static bool MayChange(CurrentScope scope, MediaPicture picture)
        => scope.SeesAllDealers || (picture.DealerId is { } dealer && scope.DealerIds.Contains(dealer));
}
