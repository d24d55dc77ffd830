using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Organisation;

/// <summary>Name and level scheme of a brand.</summary>
internal sealed class EditBrand(IDbContextFactory<PlatformDb> dbs, DealerDesk desk, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid brandId, uint version, string name, string levelScheme, CancellationToken ct)
    {
        if (!scope.May(PlatformPermissions.OrganisationManage) || !scope.SeesAllDealers)
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Brands.SingleOrDefaultAsync(b => b.Id == brandId, ct) is not { } brand)
        {
            return Refusal.NotFound;
        }

        db.Expect(brand, version);
        return brand.Describe(name, levelScheme) is { } refusal ? refusal : await desk.SaveAsync(db, ct);
    }
}
