using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>A sign-up as an enquiry.</summary>
internal static class SignedUp
{
    private const string LeadContact = "lead_contact";

    /// <summary>Without this consent a sign-up makes no lead (domain language §4.4, rule 1).</summary>
    public static bool MayBeContacted(CustomerSignedUp signUp) => signUp.Consents.Contains(LeadContact);

    public static Arrival Arrive(CustomerSignedUp signUp, PhoneVault vault)
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
