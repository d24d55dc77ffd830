using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>A dealer that joins the network.</summary>
/// <param name="NodeId">A sub-region, or a region to hang directly under; it also says the brand.</param>
/// <param name="Code">What people and files call it by.</param>
/// <param name="Description">What it is.</param>
/// <param name="Trade">How it trades.</param>
/// <param name="OpeningOn">First day of business where it lies ahead; null where it is open already.</param>
internal sealed record NewDealer(Guid NodeId, string Code, DealerDescription Description, DealerTrade Trade, DateOnly? OpeningOn);

/// <summary>Takes a dealer into the network, at its place in the tree from today on.</summary>
internal sealed class FoundDealer(IDbContextFactory<PlatformDb> dbs, DealerDesk desk, TradeRules rules, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(NewDealer wanted, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationManage) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        if (wanted.OpeningOn <= today)
        {
            return PlatformRefusals.OpeningNotAhead;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.FindNodeAsync(wanted.NodeId, ct) is not { } node)
        {
            return PlatformRefusals.UnknownNode;
        }

        var founded = Dealer.Found(Ids.New(clock), node.Region.BrandId, wanted.Code, wanted.Description, wanted.OpeningOn);
        if (!founded.IsOk)
        {
            return founded.Refusal;
        }

        var dealer = founded.Value;
        if (await rules.WhyNotAsync(db, dealer.BrandId, wanted.Trade, ct) is { } unknown)
        {
            return unknown;
        }

        if (dealer.Trade(wanted.Trade) is { } refusal)
        {
            return refusal;
        }

        if (await db.Dealers.AnyAsync(d => d.Code == dealer.Code, ct))
        {
            return PlatformRefusals.CodeTaken;
        }

        dealer.PlaceFirst(Ids.New(clock), node.Region.Id, node.SubRegion?.Id, today);
        db.Dealers.Add(dealer);
        var outcome = await desk.SaveAsync(db, ct);
        return outcome.IsOk ? dealer.Id : outcome.Refusal;
    }
}
