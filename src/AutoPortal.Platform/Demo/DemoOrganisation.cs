using AutoPortal.Kernel;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Demo;

/// <summary>Brand, tree, dealers, series and roles of a demonstration tenant.</summary>
internal sealed class DemoOrganisation(IDbContextFactory<PlatformDb> dbs, ITenantDirectory tenants, OrganisationMemory memory, CurrentScope scope, TimeProvider clock) : IDemoSeed
{
    private static readonly DateOnly Founded = new(2023, 1, 1);
    private static readonly DateOnly Moved = new(2025, 7, 1);
    private static readonly string[] Quarters = ["城东", "滨江", "高新", "中环", "新城", "国际车城", "城南", "西站", "大道", "汽车园"];

    public int Order => 10;

    public async Task SeedAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await tenants.FindAsync(scope.TenantId, ct) is not { } tenant || DemoPlan.Of(tenant.Identifier) is not { } plan || await db.Brands.AnyAsync(ct))
        {
            return;
        }

        var dice = new Dice((ulong)plan.Dealers);
        var brand = new Brand(NewId(), plan.Identifier, plan.Brand, plan.LevelScheme);
        db.Brands.Add(brand);
        db.Roles.AddRange(TemplateRoles.Make(clock).Values);
        db.Series.AddRange(plan.Series.Select(s => new CarSeries(NewId(), brand.Id, s.Code, s.Name, s.NameEn, s.BodyStyle, s.Energy, s.PriceFromFen)));
        for (var i = 0; i < plan.Regions.Count; i++)
        {
            AddRegion(db, dice, plan, brand, plan.Regions[i], $"{plan.Identifier[..1].ToUpperInvariant()}{i + 1}");
        }

        db.Announce(PlatformTopics.Organisation, "");
        await db.SaveAsync(ct);
        memory.Forget(scope.TenantId);
    }

    private void AddRegion(PlatformDb db, Dice dice, DemoPlan plan, Brand brand, DemoRegion planned, string codePrefix)
    {
        var region = new Region(NewId(), brand.Id, planned.Code, planned.Name);
        db.Regions.Add(region);
        var subRegions = planned.SubRegions.Select(s => new SubRegion(NewId(), region.Id, s.Code, s.Name)).ToList();
        db.SubRegions.AddRange(subRegions);

        var places = planned.SubRegions.SelectMany((s, i) => s.Places.Select(p => (Place: p, SubRegion: subRegions[i]))).Take(plan.Dealers / plan.Regions.Count).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            var (place, subRegion) = places[i];
            var dealer = NewDealer(dice, plan, brand, place, $"{codePrefix}{i + 1:000}");
            if (i == 4 && i < places.Count - 1)
            {
                // One dealer of each region has moved, so that history can be looked at.
                dealer.PlaceFirst(NewId(), region.Id, subRegions[^1].Id, Founded);
                dealer.Place(NewId(), region.Id, subRegion.Id, Moved, Moved);
            }
            else
            {
                // The last one hangs directly under its region.
                dealer.PlaceFirst(NewId(), region.Id, i == places.Count - 1 ? null : subRegion.Id, Founded);
            }

            db.Dealers.Add(dealer);
        }
    }

    private Dealer NewDealer(Dice dice, DemoPlan plan, Brand brand, DemoPlace place, string code)
    {
        var district = place.District;
        foreach (var ending in (string[])["新区", "街道", "区", "市", "镇"])
        {
            if (district.Length > ending.Length + 1 && district.EndsWith(ending, StringComparison.Ordinal))
            {
                district = district[..^ending.Length];
                break;
            }
        }

        var quarter = place.District == "浦东新区" ? "东城" : dice.Pick(Quarters);
        var kind = dice.Roll(10) switch { < 6 => DealerKind.FourS, < 8 => DealerKind.Exclusive, 8 => DealerKind.ExperienceCenter, _ => DealerKind.Direct };
        var dealer = new Dealer(NewId(), brand.Id, kind, code, $"{plan.Brand}{place.City}{district}{quarter}店", place.Province, place.City, place.District);
        // A number of nobody: 400 numbers have ten digits.
        dealer.Describe(new(dealer.Name, kind, place.Province, place.City, place.District, Hotline: $"400-{code[1..]}-000"));
        dealer.Trade(new(OpeningDays.All, new(9, 0), new(18, 30), [], dice.Chance(0.15) ? [.. plan.Series.Take(2).Select(s => s.Code)] : [], 200 + (50 * dice.Roll(5))));
        return dealer;
    }

    private Guid NewId() => Ids.New(clock);
}
