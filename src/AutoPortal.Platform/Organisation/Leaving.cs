using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>What happens on the day itself.</summary>
internal static class Leaving
{
    /// <summary>Where the dealer's day has come: its people end with it, and others hear of it once. The caller saves.</summary>
    public static async Task FinishAsync(this PlatformDb db, Dealer dealer, DateTimeOffset now, CancellationToken ct)
    {
        if (!dealer.FinishLeaving(ShanghaiTime.DateOf(now)))
        {
            return;
        }

        var leftOn = dealer.LeftOn!.Value;
        foreach (var member in await db.Memberships.Where(m => m.DealerId == dealer.Id).ToListAsync(ct))
        {
            member.EndWithDealer(leftOn);
        }

        db.Announce(PlatformTopics.Access, "");
        db.Publish(new DealerLeft(dealer.Id, dealer.BrandId, dealer.Name, dealer.SuccessorId, leftOn, now));
    }
}
