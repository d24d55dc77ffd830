using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>Seals the person behind an enquiry.</summary>
internal static class Contacts
{
    // Sealed, so many signs of three bytes fit the column; no number is longer.
    private const int LongestBadNumber = 20;

    /// <summary>A number that is none is sealed as written, so that a clerk can mend it; it is nobody's, so it has no hash.</summary>
    public static Contact Of(Enquiry enquiry, Guid tenantId, PhoneVault vault, Guid? customerId = null)
    {
        if (PhoneNumber.TryNormalise(enquiry.Phone, out var phone))
        {
            return new(customerId, enquiry.Name ?? "", vault.Seal(tenantId, phone), vault.Hash(tenantId, phone), PhoneVault.Tail(phone), PhoneVault.Mask(phone));
        }

        var written = WrittenText.Of(enquiry.Phone ?? "", LongestBadNumber);
        return new(customerId, enquiry.Name ?? "", vault.Seal(tenantId, written), "", "", written.Length == 0 ? "" : PhoneVault.Mask(written));
    }
}
