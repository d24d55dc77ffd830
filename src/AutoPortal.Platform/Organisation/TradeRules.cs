using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Channels and series that a dealer names must exist.</summary>
internal sealed class TradeRules(IEnumerable<LeadChannel> channels)
{
    public async Task<Refusal?> WhyNotAsync(PlatformDb db, Guid brandId, DealerTrade trade, CancellationToken ct)
    {
        if (trade.Channels.Except(channels.Select(c => c.Code)).Any())
        {
            return PlatformRefusals.ChannelUnknown;
        }

        if (trade.SeriesCodes.Count == 0)
        {
            return null;
        }

        var known = await db.Series.Where(s => s.BrandId == brandId).Select(s => s.Code).ToListAsync(ct);
        return trade.SeriesCodes.Except(known).Any() ? PlatformRefusals.SeriesUnknown : null;
    }
}
