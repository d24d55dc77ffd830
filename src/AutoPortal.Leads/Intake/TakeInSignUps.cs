using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>Makes leads of sign-ups. Without the consent <c>lead_contact</c> a sign-up makes none (domain language §4.4, rule 1).</summary>
internal sealed class TakeInSignUps(IDbContextFactory<LeadsDb> dbs, LeadIntake intake, PhoneVault vault, TimeProvider clock) : IHandle<CustomerSignedUp>
{
    public async Task HandleAsync(IReadOnlyList<Delivery<CustomerSignedUp>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var arrivals = (await db.TakeNewAsync(this, batch, ct))
            .Select(d => d.Event)
            .Where(SignedUp.MayBeContacted)
            .Select(e => SignedUp.Arrive(e, vault))
            .ToList();
        await intake.TakeInAsync(db, arrivals, clock.GetUtcNow(), ct);
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{batch.Count} sign-ups were not taken in: {outcome.Refusal.Code}.");
        }
    }
}
