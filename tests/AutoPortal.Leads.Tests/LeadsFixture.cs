using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AutoPortal.Customers.Contracts;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Leads.Tests;

/// <summary>Leads alone on a real database. What other modules know is answered by <see cref="Neighbours"/>; the clock is moved by tests.</summary>
public sealed class LeadsFixture() : ModuleFixture(new LeadsModule())
{
    internal MovableClock Time { get; } = new();

    internal Neighbours Neighbours { get; } = new();

    protected override TimeProvider Clock => Time;

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<IOrganisation>(Neighbours);
        services.AddSingleton<ISeriesCatalogue>(Neighbours);
        services.AddSingleton<IAdvisorRoster>(Neighbours);
        services.AddSingleton<IPeopleDirectory>(Neighbours);
        services.AddSingleton<ICustomerDirectory>(Neighbours);
        services.AddSingleton<INotifier>(Neighbours);
        services.AddScoped<ISignedUpHistory>(provider => new KnownHistory(Neighbours, provider.GetRequiredService<CurrentScope>()));
    }
}

/// <summary>Monday, 2 March 2026, 10:00 in Shanghai, and as much later as a test says.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => Make.Now.AddTicks(Interlocked.Read(ref _offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Back to that Monday, or to another moment.</summary>
    public void Set(DateTimeOffset at) => Interlocked.Exchange(ref _offset, (at - Make.Now).Ticks);
}

/// <summary>What Platform and Customers answer: two dealers in Guangzhou with two advisors each, one in Shenzhen with nobody on duty.</summary>
internal sealed class Neighbours : IOrganisation, ISeriesCatalogue, IAdvisorRoster, IPeopleDirectory, ICustomerDirectory, INotifier
{
    public static readonly DealerFacts Tianhe = Make.Dealer(701);
    public static readonly DealerFacts Yuexiu = Make.Dealer(702, district: "越秀区");
    public static readonly DealerFacts Shenzhen = Make.Dealer(703, city: "深圳", district: "南山区");
    private static readonly DealerFacts Closed = Make.Dealer(704, isActive: false);

    private static readonly AdvisorFacts[] Advisors =
    [
        Make.AdvisorAt(701, 7011, openCap: 10_000, dailyCap: 10_000),
        Make.AdvisorAt(701, 7012, openCap: 10_000, dailyCap: 10_000),
        Make.AdvisorAt(702, 7021, openCap: 10_000, dailyCap: 10_000),
        Make.AdvisorAt(702, 7022, openCap: 3, dailyCap: 10_000),
        Make.AdvisorAt(703, 7031, isOnDuty: false),
    ];

    public List<Notice> Notices { get; } = [];

    /// <summary>Who came on duty although they usually are not.</summary>
    public ConcurrentDictionary<Guid, bool> CameOnDuty { get; } = new();

    /// <summary>Who holds a role at a node; nobody, unless a test says so.</summary>
    public ConcurrentDictionary<(string Role, Guid? Node), Guid> Holders { get; } = new();

    public List<CustomerDealerLink> Links { get; } = [];

    /// <summary>Who was introduced, by phone hash.</summary>
    public ConcurrentDictionary<string, Guid> Candidates { get; } = new();

    /// <summary>Sign-ups that were written as history, by tenant.</summary>
    public ConcurrentDictionary<Guid, IReadOnlyList<CustomerSignedUp>> History { get; } = new();

    public Task<OrganisationTree> TreeAsync(CancellationToken ct)
        => Task.FromResult(new OrganisationTree([new(Make.Brand, "chenxing", "辰星", "scheme_long")], [], [], [Tianhe, Yuexiu, Shenzhen, Closed]));

    public Task<IReadOnlyList<SeriesFacts>> ListAsync(CancellationToken ct)
        => Task.FromResult<IReadOnlyList<SeriesFacts>>([new(Make.Id(1), Make.Brand, "x7", "辰星 X7", "Chenxing X7", "suv", "electric", 19_980_000, true)]);

    public Task<IReadOnlyList<AdvisorFacts>> OnDutyAsync(IReadOnlyCollection<Guid> dealerIds, DateTimeOffset at, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<AdvisorFacts>>([.. Advisors.Where(a => dealerIds.Contains(a.DealerId)).Select(a => CameOnDuty.ContainsKey(a.UserId) ? a with { IsOnDuty = true } : a)]);

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(Advisors.Where(a => accountIds.Contains(a.UserId)).ToDictionary(a => a.UserId, a => a.Name));

    public Task<IReadOnlyList<Guid>> WithRoleAsync(string roleTemplate, Guid? dealerId, CancellationToken ct) 
        => Task.FromResult<IReadOnlyList<Guid>>(Holders.TryGetValue((roleTemplate, dealerId), out var holder) ? [holder] : []);

    public Task<IReadOnlyList<CustomerFacts>> FindAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct) => Task.FromResult<IReadOnlyList<CustomerFacts>>([]);

    public Task<IReadOnlyDictionary<string, Guid>> IntroduceAsync(IReadOnlyCollection<NamedContact> contacts, CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<string, Guid>>(contacts.DistinctBy(c => c.PhoneHash).ToDictionary(c => c.PhoneHash, c => Candidates.GetOrAdd(c.PhoneHash, _ => Kernel.Ids.New(TimeProvider.System))));

    public Task WithdrawAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        foreach (var (hash, _) in Candidates.Where(c => customerIds.Contains(c.Value)).ToList())
        {
            Candidates.TryRemove(hash, out _);
        }

        return Task.CompletedTask;
    }

    public Task LinkDealersAsync(IReadOnlyCollection<CustomerDealerLink> links, CancellationToken ct)
    {
        lock (Links)
        {
            Links.AddRange(links);
        }

        return Task.CompletedTask;
    }

    public Task NotifyAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        lock (Notices)
        {
            Notices.AddRange(notices);
        }

        return Task.CompletedTask;
    }
}

internal sealed class KnownHistory(Neighbours neighbours, CurrentScope scope) : ISignedUpHistory
{
    public async IAsyncEnumerable<IReadOnlyList<CustomerSignedUp>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var batch in neighbours.History.GetValueOrDefault(scope.TenantId, []).Chunk(60))
        {
            yield return batch;
        }
    }
}

internal static class LeadsTenant
{
    /// <summary>A sign-up as Customers would tell of it.</summary>
    public static CustomerSignedUp SignUp(
        this TestTenant tenant,
        string phone = "13812345678",
        string name = "李明",
        Guid? dealer = null,
        string? city = "广州",
        string? district = "天河区",
        string window = "within_7_days",
        string[]? consents = null,
        string source = "activity.sign_up_form.autumn-test-drive")
    {
        var vault = tenant.Get<PhoneVault>();
        return new(
            tenant.Id, Kernel.Ids.New(TimeProvider.System), Kernel.Ids.New(TimeProvider.System), Make.Id(500), "秋季试驾会", Make.Brand,
            vault.Seal(tenant.Id, name), vault.Seal(tenant.Id, phone), vault.Hash(tenant.Id, phone), phone[^4..], true,
            consents ?? ["service", "lead_contact"], "x7", window, "广东", city, district, dealer, source, "4bf92f3577b34da6a3ce929d0e0e4736", Make.Now);
    }

    /// <summary>Brings sign-ups in as the outbox would, in one batch.</summary>
    public static async Task ArriveAsync(this TestTenant tenant, params CustomerSignedUp[] signUps)
    {
        await using var house = tenant.AsSystem();
        var batch = signUps.Select(s => new Kernel.Messaging.Delivery<CustomerSignedUp>(Kernel.Ids.New(TimeProvider.System), s, Make.Now)).ToList();
        await house.Get<TakeInSignUps>().HandleAsync(batch, default);
    }

    /// <summary>Brings one sign-up in and returns its lead.</summary>
    public static async Task<Lead> ArriveOneAsync(this TestTenant tenant, CustomerSignedUp signUp)
    {
        await tenant.ArriveAsync(signUp);
        return (await tenant.LeadsAsync()).Single(l => l.Touches.Any(t => t.SignUpId == signUp.SignUpId));
    }

    /// <summary>What files are read against here.</summary>
    public static FileFacts File => new(new Dictionary<string, Guid>(), Make.Brand, Make.Now);

    /// <summary>Takes rows of a file in, in one batch.</summary>
    public static async Task<IReadOnlyList<TakenIn>> TakeInFileAsync(this TestTenant tenant, IReadOnlyList<WrittenLead> rows, IntakeWay? way = null)
    {
        await using var house = tenant.AsSystem();
        var vault = house.Get<PhoneVault>();
        await using var db = await house.Get<IDbContextFactory<LeadsDb>>().CreateDbContextAsync();
        var now = house.Get<TimeProvider>().GetUtcNow();
        var taken = await house.Get<LeadIntake>().TakeInAsync(db, [.. rows.Select(r => FileEnquiry.Read(r, File).Arrive(tenant.Id, vault, Make.Id(600), now))], now, default, way);
        (await db.SaveAsync()).IsOk.ShouldBeTrue();
        return taken;
    }

    /// <summary>All leads with everything, as the house sees them, oldest first.</summary>
    public static async Task<List<Lead>> LeadsAsync(this TestTenant tenant)
    {
        await using var house = tenant.AsSystem();
        return await house.ReadAsync<LeadsDb, List<Lead>>(db => db.Leads
            .Include(l => l.Moves.OrderBy(m => m.Number)).Include(l => l.Touches).Include(l => l.FollowUps).Include(l => l.Plans).Include(l => l.Allocations).Include(l => l.LevelChanges)
            .AsSplitQuery().OrderBy(l => l.Id).ToListAsync());
    }

    public static Task<Lead> LeadAsync(this TestTenant tenant, Guid id) => tenant.LeadsAsync().ContinueWith(t => t.Result.Single(l => l.Id == id), TaskScheduler.Default);

    public static TestTenant AsAdvisor(this TestTenant tenant, int advisor, int dealer = 701)
        => tenant.As(Reach.Own, Make.Id(advisor), [dealer], LeadsPermissions.Read, LeadsPermissions.Work);

    public static TestTenant AsManager(this TestTenant tenant, int dealer = 701)
        => tenant.As(Reach.Dealer, Make.Id(dealer * 100), [dealer], LeadsPermissions.All);

    public static TestTenant AsHq(this TestTenant tenant) => tenant.As(Reach.Tenant, Make.Id(900), [], LeadsPermissions.All);

    private static TestTenant As(this TestTenant tenant, Reach reach, Guid user, int[] dealers, params string[] permissions)
        => tenant.As(f => new ScopeFacts(f.TenantId, f.TenantIdentifier, reach)
        {
            UserId = user,
            UserName = "测试员",
            DealerIds = [.. dealers.Select(Make.Id)],
            Permissions = permissions.ToFrozenSet(StringComparer.Ordinal),
            Origin = "127.0.0.1",
        });

    public static DateTimeOffset InDays(int days) => ShanghaiTime.At(ShanghaiTime.DateOf(Make.Now).AddDays(days), new(11, 0));
}
