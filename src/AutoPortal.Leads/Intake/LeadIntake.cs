using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>An enquiry with the sealed contact behind it and where it came from.</summary>
internal sealed record Arrival(Enquiry Enquiry, Contact Contact, TouchFacts Touch);

/// <summary>Turns enquiries into cleaned, rated and allocated leads, set by set: sign-ups, imports and what people type go through here.</summary>
internal sealed class LeadIntake(LeadAllocation allocation, Newcomers newcomers)
{
    /// <summary>Takes the arrivals in, in their order; the caller saves. In history each is taken in at its own time.</summary>
    /// <returns>What became of each, in their order.</returns>
    public async Task<IReadOnlyList<TakenIn>> TakeInAsync(LeadsDb db, IReadOnlyList<Arrival> arrivals, DateTimeOffset now, CancellationToken ct, IntakeWay? way = null)
    {
        if (arrivals.Count == 0)
        {
            return [];
        }

        db.IsQuiet |= way?.Quietly is true;
        var market = await allocation.MarketAsync(ct);
        var hashes = arrivals.Select(a => a.Contact.PhoneHash).Where(h => h.Length > 0).Distinct().ToList();
        await ContactLocks.TakeAsync(db, hashes, ct);
        var blocked = await BlockedAsync(db, hashes, ct);
        // Before the allocation is held, which makes the whole tenant wait.
        arrivals = await newcomers.IntroduceAsync(db.Scope.TenantId, arrivals, blocked, ct);
        var desk = new IntakeDesk(db, market, way?.KeepWithHq is true ? null : await allocation.BeginAsync(db, market, now, ct), await PeopleAsync(db, hashes, ct), blocked);
        var taken = new List<TakenIn>(arrivals.Count);
        foreach (var arrival in arrivals)
        {
            taken.Add(await desk.TakeInAsync(arrival, Act.OfTheHouse(db.IsHistory ? arrival.Touch.At : now), ct));
        }

        await desk.CloseAsync(now, ct);
        return taken;
    }

    private static async Task<Dictionary<string, List<Lead>>> PeopleAsync(LeadsDb db, IReadOnlyList<string> hashes, CancellationToken ct)
        => (await db.Leads
                .Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null))
                .Where(l => hashes.Contains(l.PhoneHash))
                .OrderByDescending(l => l.Id)
                .AsSplitQuery()
                .ToListAsync(ct))
            .GroupBy(l => l.PhoneHash).ToDictionary(g => g.Key, g => g.ToList());

    private static Task<Dictionary<string, BlockReason>> BlockedAsync(LeadsDb db, IReadOnlyList<string> hashes, CancellationToken ct)
        => db.BlockedContacts.AsNoTracking().Where(b => hashes.Contains(b.PhoneHash)).ToDictionaryAsync(b => b.PhoneHash, b => b.Reason, ct);
}
