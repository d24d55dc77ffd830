using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Messages;

/// <summary>Reminds people of the session they are confirmed for, once, in the 24 hours before it and never in the night.</summary>
internal sealed class RemindPeople(IDbContextFactory<ActivitiesDb> dbs, MessageWriter writer, IOptions<ActivitiesOptions> options, TimeProvider clock)
{
    public const string Reminder = "reminder";
    private const int BatchSize = 100;
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!TellingHours.AreOpen(now, options.Value))
        {
            return false;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var soon = now + Before;
        var due = await db.Sessions.AsNoTracking().Where(s => s.StartsAt > now && s.StartsAt <= soon)
            .Join(db.Activities.AsNoTracking().Where(a => a.State == ActivityState.Running), s => s.ActivityId, a => a.Id, (s, a) => new { Session = s, Activity = a })
            .Join(db.SignUps.AsNoTracking().Where(s => s.State == SignUpState.Confirmed), x => (Guid?)x.Session.Id, s => s.SessionId, (x, s) => new { x.Session, x.Activity, SignUp = s })
            // Who signed up within the day has just been told.
            .Where(x => x.SignUp.QueuedAt < x.Session.StartsAt.AddHours(-24) && !db.Messages.Any(m => m.SignUpId == x.SignUp.Id && m.Kind == Reminder))
            .OrderBy(x => x.Session.StartsAt).ThenBy(x => x.SignUp.Id).Take(BatchSize).ToListAsync(ct);
        foreach (var one in due)
        {
            // The key keeps two nodes, or a second try, from sending twice.
            db.Messages.Add(await writer.TellAsync(new(one.SignUp, one.Activity, one.Session, Reminder, $"activities:{Reminder}:{one.SignUp.Id:N}"), ct));
        }

        await db.SaveAsync(ct);
        return due.Count == BatchSize;
    }
}
