using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Card;

/// <summary>A customer's card, masked.</summary>
/// <param name="Dealers">Names of the dealers that serve the customer, as far as the scope sees them.</param>
/// <param name="Consents">What stands now, by purpose.</param>
/// <param name="Moments">What happened, newest first.</param>
public sealed record CustomerCard(
    Guid Id,
    string NameMask,
    string PhoneMask,
    string Stage,
    string City,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    IReadOnlyList<string> Dealers,
    IReadOnlyList<StandingConsent> Consents,
    IReadOnlyList<CardMoment> Moments);

/// <summary>The newest record of one purpose.</summary>
public sealed record StandingConsent(string Purpose, string Status, string TextVersion, DateTimeOffset At);

/// <summary>Something that happened.</summary>
/// <param name="What">Stored word, such as <c>sign_up</c>, <c>given</c> or <c>withdrawn</c>.</param>
/// <param name="Subject">What it was about: a title, or a purpose.</param>
/// <param name="Where">The touchpoint, or empty.</param>
/// <param name="TraceId">The trace, or empty.</param>
public sealed record CardMoment(string What, string Subject, string Where, string TraceId, DateTimeOffset At);

/// <summary>Reads one customer's card.</summary>
internal sealed class CardQueries(IDbContextFactory<CustomersDb> dbs, IOrganisation organisation, CurrentScope scope)
{
    private const int MostMoments = 100;

    /// <returns>Null where the scope does not see the customer.</returns>
    public async Task<CustomerCard?> FindAsync(Guid customerId, CancellationToken ct)
    {
        if (!scope.May(CustomersPermissions.Read))
        {
            return null;
        }

        var tree = await organisation.TreeAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.VisibleCustomers().SingleOrDefaultAsync(c => c.Id == customerId, ct) is not { } customer)
        {
            return null;
        }

        var dealers = await db.CustomerDealers.Where(l => l.CustomerId == customerId).Select(l => l.DealerId).ToListAsync(ct);
        var events = await db.BehaviorEvents.Where(e => e.CustomerId == customerId).OrderByDescending(e => e.Id).Take(MostMoments)
            .Select(e => new CardMoment(e.What, e.ObjectTitle, e.Touchpoint, e.TraceId, e.At)).ToListAsync(ct);
        var consents = await db.ConsentRecords.Where(c => c.CustomerId == customerId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostMoments).ToListAsync(ct);
        return new(
            customer.Id,
            customer.NameMask,
            customer.PhoneMask,
            customer.Stage,
            customer.City,
            customer.FirstSeenAt,
            customer.LastSeenAt,
            [.. dealers.Select(d => tree.LabelOf(d)).OfType<string>().Order(StringComparer.Ordinal)],
            [.. consents.DistinctBy(c => c.Purpose).Select(c => new StandingConsent(c.Purpose, c.Status, c.TextVersion, c.At))],
            [.. events.Concat(consents.Select(c => new CardMoment(c.Status, c.Purpose, c.Channel, "", c.At))).OrderByDescending(m => m.At).Take(MostMoments)]);
    }
}
