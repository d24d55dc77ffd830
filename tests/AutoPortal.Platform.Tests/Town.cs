using System.Security.Claims;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;

namespace AutoPortal.Platform.Tests;

/// <summary>A tenant with two regions: north has two dealers, one of them directly under it; south has one.</summary>
internal sealed class Town(PlatformFixture platform, string identifier)
{
    public Tenant Tenant { get; private set; } = null!;
    public Brand Brand { get; private set; } = null!;
    public Region North { get; private set; } = null!;
    public Region South { get; private set; } = null!;
    public SubRegion NorthCity { get; private set; } = null!;
    public Dealer First { get; private set; } = null!;
    public Dealer Direct { get; private set; } = null!;
    public Dealer Far { get; private set; } = null!;
    public IReadOnlyDictionary<string, Role> Roles { get; private set; } = null!;

    public DateOnly Today => ShanghaiTime.DateOf(platform.Now.GetUtcNow());

    public async Task BuildAsync()
    {
        var clock = platform.Now;
        Tenant = new Tenant(Ids.New(clock), identifier, "测试汽车", TenantKind.Oem, Tenant.DefaultAccent, clock.GetUtcNow());
        await platform.AccountsAsync(db =>
        {
            db.Tenants.Add(Tenant);
            return db.SaveChangesAsync();
        });
        platform.Get<Directories.TenantDirectory>().Forget();
        await platform.InTenantAsync(Tenant.Id, db =>
        {
            Roles = TemplateRoles.Make(clock);
            Brand = new(Ids.New(clock), "main", "测试", Domain.Brand.LongScheme);
            North = new(Ids.New(clock), Brand.Id, "north", "北区");
            South = new(Ids.New(clock), Brand.Id, "south", "南区");
            NorthCity = new(Ids.New(clock), North.Id, "city", "北城小区");
            First = Place("D1", North.Id, NorthCity.Id);
            Direct = Place("D2", North.Id, null);
            Far = Place("D3", South.Id, null);
            db.AddRange([.. Roles.Values, Brand, North, South, NorthCity, First, Direct, Far]);
            return Task.FromResult(true);
        });

        Dealer Place(string code, Guid regionId, Guid? subRegionId)
        {
            var dealer = new Dealer(Ids.New(clock), Brand.Id, DealerKind.FourS, code, "测试" + code + "店", "上海", "上海", "浦东新区");
            dealer.PlaceFirst(Ids.New(clock), regionId, subRegionId, new(2024, 1, 1));
            return dealer;
        }
    }

    public async Task<Member> HireAsync(string role, MembershipReach reach, Guid? nodeId, string? password = null, Account? known = null)
    {
        var clock = platform.Now;
        var account = known ?? platform.Get<NewAccounts>().Make($"{Ids.New(clock):N}@test.example", "测试员", password, false);
        var session = new SignInSession(Ids.New(clock), account.Id, clock.GetUtcNow(), "10.0.0.1", "test");
        await platform.AccountsAsync(db =>
        {
            if (known is null)
            {
                db.Users.Add(account);
            }

            db.AccountTenants.Add(new AccountTenant(account.Id, Tenant.Id));
            db.Sessions.Add(session);
            return db.SaveChangesAsync();
        });
        var membership = new Membership(Ids.New(clock), account.Id, "测试员", Roles[role].Id, reach, nodeId, new(2024, 1, 1));
        await platform.InTenantAsync(Tenant.Id, db => Task.FromResult(db.Add(membership).State));
        return new Member(account, membership.Id, new StaffTicket(account.Id, session.Id, account.SecurityStamp!, Tenant.Id, membership.Id));
    }
}

internal sealed record Member(Account Account, Guid MembershipId, StaffTicket Ticket)
{
    public ClaimsPrincipal Principal => Ticket.ToPrincipal("测试员");
}
