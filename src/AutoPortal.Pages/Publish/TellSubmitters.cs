using System.Globalization;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>Rings the bell of who handed a page in, once it was decided.</summary>
internal sealed class TellSubmitters(IDbContextFactory<PagesDb> dbs, INotifier notifier) : IHandle<PageDecided>
{
    public const string Approved = "pages.approved";
    public const string Scheduled = "pages.scheduled";
    public const string Rejected = "pages.rejected";

    public async Task HandleAsync(IReadOnlyList<Delivery<PageDecided>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // The notice's key makes saying it twice harmless, so it may come before our own save.
        await notifier.NotifyAsync([.. (await db.TakeNewAsync(this, batch, ct)).Select(Notice)], ct);
        await db.SaveAsync(ct);
    }

    private static Notice Notice(Delivery<PageDecided> told)
    {
        var (code, said) = told.Event switch
        {
            { IsApproved: false } => (Rejected, told.Event.Reason),
            { LiveFrom: { } from } => (Scheduled, ShanghaiTime.Of(from).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            _ => (Approved, ""),
        };
        return new(told.Event.SubmittedBy, $"{code}:{told.MessageId:N}", code, [told.Event.Title, told.Event.DecidedBy, said], PagesRoutes.Of(told.Event.PageId));
    }
}
