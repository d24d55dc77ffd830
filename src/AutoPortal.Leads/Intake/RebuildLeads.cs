using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>Takes in sign-ups that were written as history and not told; those that are known already are left as they are.</summary>
internal sealed class RebuildLeads(IDbContextFactory<LeadsDb> dbs, ISignedUpHistory history, LeadIntake intake, PhoneVault vault, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var signUps in history.ReadAsync(ct))
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            db.IsHistory = true;
            var ids = signUps.Select(s => s.SignUpId).ToList();
            var known = await db.Set<SourceTouch>().Where(t => t.SignUpId != null && ids.Contains(t.SignUpId.Value)).Select(t => t.SignUpId!.Value).ToListAsync(ct);
            var arrivals = signUps.ExceptBy(known, s => s.SignUpId).Where(SignedUp.MayBeContacted).Select(s => SignedUp.Arrive(s, vault)).ToList();
            await intake.TakeInAsync(db, arrivals, clock.GetUtcNow(), ct);
            await db.SaveAsync(ct);
        }

        await SilenceAsync(clock.GetUtcNow(), ct);
    }

    /// <summary>What was late before anybody looked is nobody's news, and nothing is taken away for it; what is due later rings.</summary>
    public async Task SilenceAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Sql().ExecuteAsync("update leads.leads l set clock_at = null where {tenant:l} and l.clock_at <= @now", new { now }, ct);
        await db.SaveAsync(ct);
    }
}
