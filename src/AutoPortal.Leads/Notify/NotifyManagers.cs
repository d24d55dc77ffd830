using AutoPortal.Kernel.Messaging;
using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Notify;

/// <summary>Tells the dealer's managers of a lead that found nobody on duty; once for each lead and dealer.</summary>
internal sealed class NotifyManagers(IDbContextFactory<LeadsDb> dbs, IPeopleDirectory people, INotifier notifier) : IHandle<LeadDispatched>
{
    public const string Waits = "leads.waits";

    public async Task HandleAsync(IReadOnlyList<Delivery<LeadDispatched>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var ids = (await db.TakeNewAsync(this, batch, ct)).Select(d => d.Event.LeadId).Distinct().ToList();
        // As they stand now: whoever was given to an advisor meanwhile waits no longer.
        var waiting = await db.Leads.AsNoTracking().Where(l => ids.Contains(l.Id) && l.State == LeadState.Dispatched && l.DealerId != null).OrderBy(l => l.Id).ToListAsync(ct);
        var notices = new List<Notice>();
        foreach (var ofDealer in waiting.GroupBy(l => l.DealerId!.Value))
        {
            var managers = await people.WithRoleAsync(RoleTemplate.DealerManager, ofDealer.Key, ct);
            notices.AddRange(ofDealer.SelectMany(_ => managers, (lead, manager) => new Notice(
                manager, $"{Waits}:{lead.Id:N}:{ofDealer.Key:N}", Waits, [lead.NameMask, lead.PhoneMask, lead.Level.ToString()], LeadsRoutes.CardOf(lead.Id))));
        }

        if (notices.Count > 0)
        {
            await notifier.NotifyAsync(notices, ct);
        }

        await db.SaveAsync(ct);
    }
}
