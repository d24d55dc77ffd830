using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>What the form of one activity offers.</summary>
/// <param name="Slug">The activity.</param>
/// <param name="Closed">Why nobody can sign up, or null.</param>
/// <param name="Cities">Values as posted, by province, in the order of the dealers' codes.</param>
/// <param name="Districts">Values as posted.</param>
/// <param name="Dealers">Those that can be chosen.</param>
/// <param name="Series">Those that can be driven.</param>
internal sealed record SignUpForm(
    string Slug,
    Refusal? Closed,
    IReadOnlyList<PlaceGroup> Cities,
    IReadOnlyList<PlaceChoice> Districts,
    IReadOnlyList<DealerChoice> Dealers,
    IReadOnlyList<SeriesChoice> Series);

internal sealed record PlaceGroup(string Province, IReadOnlyList<PlaceChoice> Cities);

/// <param name="Value">As posted, such as <c>江苏/苏州</c>.</param>
/// <param name="City">Value of the city it lies in.</param>
/// <param name="Name">The name to show.</param>
internal sealed record PlaceChoice(string Value, string City, string Name);

internal sealed record DealerChoice(string Code, string City, string Name);

internal sealed record SeriesChoice(string Code, LocalText Name);

internal sealed class SignUpForms(IDbContextFactory<ActivitiesDb> dbs, ActivityOffer offer, TimeProvider clock)
{
    public async Task<SignUpForm?> FindAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity)
        {
            return null;
        }

        var open = await offer.DealersAsync(activity, ct);
        var closed = activity.Closed(clock.GetUtcNow()) ?? (activity.Taken >= activity.Quota ? ActivityRefusals.IsFull : null);
        return new(
            activity.Slug,
            closed,
            [.. open.GroupBy(d => d.Province).Select(p => new PlaceGroup(p.Key, [.. p.Select(d => new PlaceChoice(City(d), City(d), d.City)).Distinct()]))],
            [.. open.Where(d => d.District.Length > 0).Select(d => new PlaceChoice($"{City(d)}{SignUpFields.PlaceSeparator}{d.District}", City(d), d.District)).Distinct()],
            [.. open.Select(d => new DealerChoice(d.Code, City(d), d.Name))],
            [.. (await offer.SeriesAsync(activity, ct)).Select(s => new SeriesChoice(s.Code, new(s.Name, s.NameEn)))]);
    }

    private static string City(DealerFacts dealer) => $"{dealer.Province}{SignUpFields.PlaceSeparator}{dealer.City}";
}
