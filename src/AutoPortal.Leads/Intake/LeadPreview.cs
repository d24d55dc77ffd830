using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Intake;

/// <summary>Says what would become of enquiries, without writing: one for each file, asked batch by batch.</summary>
internal sealed class LeadPreview(IDbContextFactory<LeadsDb> dbs, LeadAllocation allocation, PhoneVault vault, CurrentScope scope, TimeProvider clock)
{
    private readonly KnownPeople _people = new();
    private readonly Dictionary<string, BlockReason> _blocked = [];
    private readonly HashSet<string> _looked = [];
    private EnquiryScreening? _screening;

    /// <returns>In the order of the enquiries.</returns>
    public async Task<IReadOnlyList<TakenIn>> ScreenAsync(IReadOnlyList<Enquiry> enquiries, CancellationToken ct)
    {
        var hashes = enquiries.Select(e => PhoneNumber.TryNormalise(e.Phone, out var phone) ? vault.Hash(scope.TenantId, phone) : "").ToList();
        var screening = _screening ??= await BeginAsync(ct);
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            await LookAsync(db, [.. hashes.Where(h => h.Length > 0 && _looked.Add(h)).Distinct()], ct);
        }

        var now = clock.GetUtcNow();
        return [.. enquiries.Zip(hashes, (enquiry, hash) => screening.Screen(enquiry, hash, now))];
    }

    private async Task<EnquiryScreening> BeginAsync(CancellationToken ct)
    {
        var market = await allocation.MarketAsync(ct);
        return new(_people, market.FactsOf, market.SchemeOf, _blocked);
    }

    private async Task LookAsync(LeadsDb db, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        var known = await db.Leads.AsNoTracking().Where(l => hashes.Contains(l.PhoneHash))
            .Select(l => new { l.PhoneHash, l.Name, l.Id, l.BrandId, l.NamedDealerId, l.DealerId, l.State, l.CreatedAt, l.ProtectedUntil })
            .ToListAsync(ct);
        foreach (var lead in known)
        {
            _people.Add(lead.PhoneHash, lead.Name, new(lead.Id, lead.BrandId, lead.NamedDealerId, lead.DealerId, lead.State, lead.CreatedAt, lead.ProtectedUntil));
        }

        foreach (var contact in await db.BlockedContacts.AsNoTracking().Where(b => hashes.Contains(b.PhoneHash)).ToListAsync(ct))
        {
            _blocked[contact.PhoneHash] = contact.Reason;
        }
    }
}
