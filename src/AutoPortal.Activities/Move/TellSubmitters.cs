using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Move;

/// <summary>Rings the bell of who handed an activity in, once it was decided.</summary>
internal sealed class TellSubmitters(IDbContextFactory<ActivitiesDb> dbs, INotifier notifier) : IHandle<ActivityDecided>
{
    public const string Approved = "activities.approved";
    public const string Rejected = "activities.rejected";

    public async Task HandleAsync(IReadOnlyList<Delivery<ActivityDecided>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // The notice's key makes saying it twice harmless, so it may come before our own save.
        await notifier.NotifyAsync([.. (await db.TakeNewAsync(this, batch, ct)).Select(Notice)], ct);
        await db.SaveAsync(ct);
    }

    private static Notice Notice(Delivery<ActivityDecided> told)
    {
        var code = told.Event.IsApproved ? Approved : Rejected;
        return new(told.Event.SubmittedBy, $"{code}:{told.MessageId:N}", code, [told.Event.Title, told.Event.DecidedBy, told.Event.Reason], ActivitiesRoutes.Of(told.Event.ActivityId));
    }
}
