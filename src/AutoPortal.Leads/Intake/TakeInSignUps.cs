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
    private const string LeadContact = "lead_contact";

    public async Task HandleAsync(IReadOnlyList<Delivery<CustomerSignedUp>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var arrivals = (await db.TakeNewAsync(this, batch, ct))
            .Select(d => d.Event)
            .Where(e => e.Consents.Contains(LeadContact))
            .Select(Arrive)
            .ToList();
        await intake.TakeInAsync(db, arrivals, Act.OfTheHouse(clock.GetUtcNow()), ct);
        if (await db.SaveAsync(ct) is { IsOk: false } outcome)
        {
            throw new InvalidOperationException($"{batch.Count} sign-ups were not taken in: {outcome.Refusal.Code}.");
        }
    }

    private Arrival Arrive(CustomerSignedUp signUp)
    {
        var phone = vault.Open(signUp.TenantId, signUp.PhoneSealed);
        var name = vault.Open(signUp.TenantId, signUp.NameSealed);
        var enquiry = new Enquiry
        {
            BrandId = signUp.BrandId,
            Name = name,
            Phone = phone,
            HasContactConsent = true,
            Source = signUp.SourceCode,
            Province = signUp.Province,
            City = signUp.City,
            District = signUp.District,
            Series = signUp.SeriesCode,
            Window = signUp.PurchaseWindow,
            NamedDealerId = signUp.DealerId,
            Proof = signUp.PhoneVerified ? ContactProof.PhoneCode : ContactProof.Unverified,
        };
        return new(
            enquiry,
            new(signUp.CustomerId, name, signUp.PhoneSealed, signUp.PhoneHash, signUp.PhoneTail, PhoneVault.Mask(phone)),
            new(signUp.ActivityId, signUp.ActivityTitle, signUp.SignUpId, signUp.TraceId, signUp.At));
    }
}
