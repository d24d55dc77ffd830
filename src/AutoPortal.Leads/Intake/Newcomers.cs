using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>Gives people whom nobody knows yet a candidate identity: those of files, and of numbers that a clerk mended. Whoever may not be called, or is blocked, is not introduced.</summary>
internal sealed class Newcomers(ICustomerDirectory customers, PhoneVault vault)
{
    /// <summary>The arrivals, each with its customer where it may have one.</summary>
    public async Task<IReadOnlyList<Arrival>> IntroduceAsync(Guid tenantId, IReadOnlyList<Arrival> arrivals, IReadOnlyDictionary<string, BlockReason> blocked, CancellationToken ct)
    {
        bool IsNew(Arrival arrival) => arrival.Contact is { CustomerId: null } && MayBeKnown(arrival.Enquiry, arrival.Contact, blocked);
        var known = await customers.IntroduceAsync([.. arrivals.Where(IsNew).Select(a => Named(a.Enquiry, a.Contact, tenantId, a.Touch.At))], ct);
        return known.Count == 0 ? arrivals : [.. arrivals.Select(a => IsNew(a) ? a with { Contact = a.Contact with { CustomerId = known[a.Contact.PhoneHash] } } : a)];
    }

    /// <summary>The same for leads that are there already.</summary>
    public async Task IntroduceAsync(IReadOnlyList<Lead> leads, IReadOnlyDictionary<string, BlockReason> blocked, CancellationToken ct)
    {
        var fresh = leads.Where(l => l.CustomerId is null && l.PhoneHash.Length > 0).Select(l => (Lead: l, Enquiry: l.AsEnquiry(vault.Open(l.TenantId, l.PhoneSealed)), l.Remember().Contact))
            .Where(l => MayBeKnown(l.Enquiry, l.Contact, blocked)).ToList();
        var known = await customers.IntroduceAsync([.. fresh.Select(l => Named(l.Enquiry, l.Contact, l.Lead.TenantId, l.Lead.CreatedAt))], ct);
        foreach (var (lead, _, contact) in fresh)
        {
            lead.Know(known[contact.PhoneHash]);
        }
    }

    private static bool MayBeKnown(Enquiry enquiry, Contact contact, IReadOnlyDictionary<string, BlockReason> blocked)
        => contact.PhoneHash.Length > 0 && !blocked.ContainsKey(contact.PhoneHash) && LeadCleaning.IsComplete(enquiry);

    private NamedContact Named(Enquiry enquiry, Contact contact, Guid tenantId, DateTimeOffset at)
        => new(vault.Seal(tenantId, contact.Name), contact.PhoneSealed, contact.PhoneHash, contact.PhoneTail, contact.PhoneMask, Divisions.Read(enquiry.Province, enquiry.City, null).Place.City, at);
}
