using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Messaging;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Messages;

/// <summary>Tells people what became of their sign-up: confirmed, waiting, offered a place, cancelled.</summary>
internal sealed class TellPeople(IDbContextFactory<ActivitiesDb> dbs, MessageWriter writer) : IHandle<SignUpAccepted>, IHandle<SignUpMoved>, IHandle<PlaceOffered>
{
    public const string Offered = "offered";

    public async Task HandleAsync(IReadOnlyList<Delivery<SignUpAccepted>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await TellAsync(db, [.. (await db.TakeNewAsync(this, batch, ct)).Where(d => d.Event.Entry != SignUpEntries.WalkIn).Select(d => new Due(d.Event.SignUpId, d.Event.State, Key(d.MessageId)))], ct);
    }

    public async Task HandleAsync(IReadOnlyList<Delivery<SignUpMoved>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var moved = (await db.TakeNewAsync(this, batch, ct)).Where(d => KindOf(d.Event) is not null);
        await TellAsync(db, [.. moved.Select(d => new Due(d.Event.SignUpId, KindOf(d.Event)!, Key(d.MessageId)))], ct);
    }

    public async Task HandleAsync(IReadOnlyList<Delivery<PlaceOffered>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var offered = await db.TakeNewAsync(this, batch, ct);
        await TellAsync(db, [.. offered.Select(d => new Due(d.Event.SignUpId, Offered, Key(d.MessageId), d.Event.OfferId))], ct);
    }

    // What happens at the door is told at the door.
    private static string? KindOf(SignUpMoved moved) => (moved.To, moved.Reason) switch
    {
        (_, StepReasons.WalkedIn or StepReasons.Corrected) => null,
        ("confirmed" or "signed" or "waitlisted", _) => moved.To,
        ("cancelled", StepReasons.OfferExpired or StepReasons.ActivityCancelled) => $"cancelled.{moved.Reason}",
        ("cancelled", _) => moved.To,
        _ => null,
    };

    private static string Key(Guid messageId) => $"activities:{messageId:N}";

    private async Task TellAsync(ActivitiesDb db, IReadOnlyList<Due> due, CancellationToken ct)
    {
        var ids = due.Select(d => d.SignUpId).ToList();
        var signUps = await db.SignUps.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var activityIds = signUps.Values.Select(s => s.ActivityId).Distinct().ToList();
        var activities = await db.Activities.AsNoTracking().Where(a => activityIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => activityIds.Contains(s.ActivityId)).ToDictionaryAsync(s => s.Id, ct);
        var offerIds = due.Select(d => d.OfferId).OfType<Guid>().ToList();
        var offers = await db.Offers.AsNoTracking().Where(o => offerIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        foreach (var one in due)
        {
            var offer = one.OfferId is { } offerId ? offers.GetValueOrDefault(offerId) : null;
            // An offer that was answered or ran out while the message lay in line would only mislead.
            if (!signUps.TryGetValue(one.SignUpId, out var signUp) || (one.OfferId is not null && offer is not { IsOpen: true }))
            {
                continue;
            }

            var session = signUp.SessionId is { } chosen ? sessions.GetValueOrDefault(chosen) : null;
            db.Messages.Add(await writer.TellAsync(new(signUp, activities[signUp.ActivityId], session, one.Kind, one.Key, offer), ct));
        }

        await db.SaveAsync(ct);
    }

    private sealed record Due(Guid SignUpId, string Kind, string Key, Guid? OfferId = null);
}
