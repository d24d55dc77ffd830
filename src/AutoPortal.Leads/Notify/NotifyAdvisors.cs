using AutoPortal.Kernel.Messaging;
using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Notify;

/// <summary>Rings the bell of the advisor who was given a lead, or whose person enquired again.</summary>
internal sealed class NotifyAdvisors(IDbContextFactory<LeadsDb> dbs, INotifier notifier) : IHandle<LeadAssigned>, IHandle<LeadEnquiredAgain>
{
    public const string Assigned = "leads.assigned";
    public const string EnquiredAgain = "leads.enquired_again";

    public async Task HandleAsync(IReadOnlyList<Delivery<LeadAssigned>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var notices = (await db.TakeNewAsync(this, batch, ct)).Select(d => new Notice(
            d.Event.AdvisorId,
            $"{Assigned}:{d.MessageId:N}",
            Assigned,
            [d.Event.NameMask, d.Event.PhoneMask, d.Event.Level, d.Event.ActivityTitle ?? ""],
            LeadsRoutes.CardOf(d.Event.LeadId))).ToList();
        await NotifyAsync(db, notices, ct);
    }

    public async Task HandleAsync(IReadOnlyList<Delivery<LeadEnquiredAgain>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var notices = (await db.TakeNewAsync(this, batch, ct)).Where(d => d.Event.AdvisorId is not null).Select(d => new Notice(
            d.Event.AdvisorId!.Value,
            $"{EnquiredAgain}:{d.MessageId:N}",
            EnquiredAgain,
            [d.Event.ActivityTitle ?? "", d.Event.EnquiryCount.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            LeadsRoutes.CardOf(d.Event.LeadId))).ToList();
        await NotifyAsync(db, notices, ct);
    }

    // The notice's key makes saying it twice harmless, so it may come before our own save.
    private async Task NotifyAsync(LeadsDb db, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        if (notices.Count > 0)
        {
            await notifier.NotifyAsync(notices, ct);
        }

        await db.SaveAsync(ct);
    }
}
