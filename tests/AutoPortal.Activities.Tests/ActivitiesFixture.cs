using System.Collections.Concurrent;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Tests;

/// <summary>Activities alone on a real database; what it asks of other modules is answered here.</summary>
public sealed class ActivitiesFixture() : ModuleFixture(new ActivitiesModule())
{
    internal KnownTenants Known { get; } = new();

    internal KnownPages Pages { get; } = new();

    internal KnownPersons Persons { get; } = new();

    internal ToldMessages Told { get; } = new();

    internal KnownBell Bell { get; } = new();

    /// <summary>Puts the module on this fixture's database, with this fixture's keys, into another host.</summary>
    internal void AddTo(IServiceCollection services)
    {
        services.AddSingleton(Database.Connections);
        services.AddKernel();
        new ActivitiesModule().AddServices(services, new ConfigurationBuilder().Build());
        services.AddSingleton(Services.GetRequiredService<IOptions<SecretsOptions>>());
        services.AddSingleton(Services.GetRequiredService<IDataProtectionProvider>());
        Configure(services);
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<ITenantDirectory>(Known);
        services.AddSingleton<IOrganisation>(new KnownOrganisation());
        services.AddSingleton(Pages);
        services.AddScoped<IPagePublishing, ScopedPages>();
        services.AddScoped<IPageDirectory, ScopedPages>();
        services.AddSingleton<KnownCodes>();
        services.AddSingleton<IPhoneCodes>(provider => provider.GetRequiredService<KnownCodes>());
        services.AddSingleton(Persons);
        services.AddSingleton<IPersonDirectory>(Persons);
        services.AddSingleton(Told);
        services.AddScoped<IMessageSender, ScopedTold>();
        services.AddSingleton<INotifier>(Bell);
        services.AddSingleton<IPublicLooks>(new KnownLooks());
        // Tests run at any hour.
        services.AddSingleton(Options.Create(new ActivitiesOptions { TellsFrom = TimeOnly.MinValue, TellsUntil = TimeOnly.MaxValue }));
        services.AddSingleton<IActivityLeads>(new KnownLeads());
        services.AddSingleton<IDealerDirectory>(new KnownDealers());
        services.AddSingleton<ISeriesCatalogue>(new KnownSeries());
    }
}

/// <summary>Says yes to one code.</summary>
internal sealed class KnownCodes : IPhoneCodes
{
    public const string Right = "123456";

    public Refusal? RefuseSending { get; set; }

    public Task<Outcome<PhoneCodeSent>> SendAsync(string phone, string purpose, string clientKey, CancellationToken ct)
        => Task.FromResult<Outcome<PhoneCodeSent>>(RefuseSending is { } refusal ? refusal : new PhoneCodeSent(TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10)));

    public Task<Outcome> VerifyAsync(string phone, string purpose, string code, CancellationToken ct)
        => Task.FromResult(code == Right ? Outcome.Ok : new Refusal(PhoneCodeRefusals.Wrong, 4));
}

/// <summary>People the house knows, by phone hash.</summary>
internal sealed class KnownPersons : IPersonDirectory
{
    private readonly ConcurrentDictionary<string, PersonFacts> _people = new(StringComparer.Ordinal);

    public void Add(string phoneHash, PersonFacts facts) => _people[phoneHash] = facts;

    public Task<PersonFacts?> FindByPhoneAsync(string phoneHash, CancellationToken ct) => Task.FromResult(_people.GetValueOrDefault(phoneHash));
}

/// <summary>A look told by the tenant's accent.</summary>
internal sealed class KnownLooks : IPublicLooks
{
    public PublicLook Of(TenantFacts tenant) => new("/assets/public.css", $"/{tenant.Identifier}/theme-{tenant.AccentColor[1..]}.css", "#eeeeee", "#111111");
}

/// <summary>Notices that rang a bell, of all tenants.</summary>
internal sealed class KnownBell : INotifier
{
    private readonly ConcurrentQueue<Notice> _rung = new();

    public IReadOnlyList<Notice> Of(Guid userId) => [.. _rung.Where(n => n.UserId == userId)];

    public Task NotifyAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        foreach (var notice in notices)
        {
            _rung.Enqueue(notice);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Messages that were handed out, by tenant.</summary>
internal sealed class ToldMessages
{
    public ConcurrentQueue<(Guid Tenant, OutgoingMessage Message, string Key)> All { get; } = new();

    public IEnumerable<string> To(Guid tenantId, string phone) => All.Where(m => m.Tenant == tenantId && m.Message.Recipient == phone).Select(m => m.Message.Text);
}

internal sealed class ScopedTold(ToldMessages told, CurrentScope scope) : IMessageSender
{
    public Task<Outcome> SendAsync(OutgoingMessage message, string idempotencyKey, CancellationToken ct)
    {
        told.All.Enqueue((scope.TenantId, message, idempotencyKey));
        return Task.FromResult(Outcome.Ok);
    }
}

/// <summary>The same figures for every activity.</summary>
internal sealed class KnownLeads : IActivityLeads
{
    public Task<ActivityLeadFigures> OfActivityAsync(Guid activityId, CancellationToken ct) => Task.FromResult(new ActivityLeadFigures(9, 8, 4, 3, 1));
}

internal sealed class KnownDealers : IDealerDirectory
{
    public static readonly DealerFacts Shanghai = Make.Dealer("SH01", "上海东城店", "上海", "上海", "浦东");
    public static readonly DealerFacts Suzhou = Make.Dealer("SZ01", "苏州姑苏店", "江苏", "苏州", "姑苏");
    public static readonly DealerFacts Closed = Make.Dealer("SZ02", "苏州旧店", "江苏", "苏州", "吴中") with { IsActive = false };

    public Task<IReadOnlyList<DealerFacts>> ListAsync(Guid brandId, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<DealerFacts>>([Shanghai, Suzhou, Closed]);
}

internal sealed class KnownSeries : ISeriesCatalogue
{
    public Task<IReadOnlyList<SeriesFacts>> ListAsync(CancellationToken ct)
        => Task.FromResult<IReadOnlyList<SeriesFacts>>([new(Make.Id(), Make.Brand, "xh7", "星河 7", "Xinghe 7", "suv", "electric", 19_980_000, true)]);
}

internal sealed class KnownTenants : ITenantDirectory
{
    private readonly ConcurrentDictionary<Guid, TenantFacts> _tenants = new();

    public void Add(Guid id, string identifier) => _tenants[id] = new(id, identifier, "辰星汽车", "oem", "#1f5eff", false);

    public ValueTask<TenantFacts?> FindAsync(string identifier, CancellationToken ct) => ValueTask.FromResult(_tenants.Values.FirstOrDefault(t => t.Identifier == identifier));

    public ValueTask<TenantFacts?> FindAsync(Guid tenantId, CancellationToken ct) => ValueTask.FromResult(_tenants.GetValueOrDefault(tenantId));

    public ValueTask<IReadOnlyList<TenantFacts>> ListAsync(CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<TenantFacts>>([.. _tenants.Values]);
}

internal sealed class KnownOrganisation : IOrganisation
{
    public Task<OrganisationTree> TreeAsync(CancellationToken ct)
        => Task.FromResult(new OrganisationTree([new(Make.Brand, "cx", "辰星", "scheme_long")], [], [], [KnownDealers.Shanghai, KnownDealers.Suzhou]));
}

/// <summary>Pages that were asked for, by tenant.</summary>
internal sealed class KnownPages
{
    public ConcurrentBag<(Guid Tenant, Guid Id, NewPage Page)> Made { get; } = [];

    /// <summary>Those that the public sees.</summary>
    public ConcurrentDictionary<Guid, bool> Shown { get; } = new();
}

internal sealed class ScopedPages(KnownPages pages, CurrentScope scope) : IPagePublishing, IPageDirectory
{
    public Task<Outcome<Guid>> CreateAsync(NewPage page, CancellationToken ct)
    {
        var id = Make.Id();
        pages.Made.Add((scope.TenantId, id, page));
        return Task.FromResult<Outcome<Guid>>(id);
    }

    public Task<Outcome> PublishAsync(Guid pageId, CancellationToken ct)
    {
        pages.Shown[pageId] = true;
        return Task.FromResult(Outcome.Ok);
    }

    public Task<Outcome> WithdrawAsync(Guid pageId, CancellationToken ct) => Task.FromResult(Outcome.Ok);

    public Task<PageFacts?> FindAsync(string pathKind, string slug, CancellationToken ct)
        => Task.FromResult(Of(p => p.PathKind == pathKind && p.Slug == slug).FirstOrDefault());

    public Task<IReadOnlyList<PageFacts>> ListBySubjectAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<PageFacts>>([.. Of(p => p.SubjectId is { } s && subjectIds.Contains(s))]);

    private IEnumerable<PageFacts> Of(Func<NewPage, bool> isMeant)
        => pages.Made.Where(p => p.Tenant == scope.TenantId && isMeant(p.Page))
            .Select(p => new PageFacts(p.Id, p.Page.PathKind, p.Page.Slug, p.Page.Title, p.Page.SubjectId, pages.Shown.ContainsKey(p.Id)) { State = pages.Shown.ContainsKey(p.Id) ? "live" : "draft" });
}

internal static class Make
{
    public static readonly Guid Brand = Id();

    public static Guid Id() => Kernel.Ids.New(TimeProvider.System);

    public static DealerFacts Dealer(string code, string name, string province, string city, string district)
        => new(Id(), Brand, null, null, code, name, province, city, district, true, true, [], [], 0, new(9, 0), new(18, 0));

    public static ActivityPlan Plan(int quota = 100, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Slug = "autumn",
            BrandId = Brand,
            TitleZh = "金秋试驾会",
            TitleEn = "Autumn test drives",
            SignUpFrom = from ?? now.AddDays(-1),
            SignUpUntil = until ?? now.AddDays(10),
            RunsFrom = now.AddDays(5),
            RunsUntil = now.AddDays(12),
            Quota = quota,
        };
    }

    public static Activity Activity(ActivityPlan? plan = null, params ActivityMove[] moves)
    {
        var activity = new Activity(Id(), plan ?? Plan());
        foreach (var move in moves.Length > 0 ? moves : [ActivityMove.Submit, ActivityMove.Approve, ActivityMove.Start])
        {
            activity.Move(move).ShouldBeNull();
        }

        return activity;
    }

    public static Dictionary<string, string> Form(string phone = "13800138000", string name = "王小明", string code = KnownCodes.Right) => new(StringComparer.Ordinal)
    {
        [SignUpFields.Name] = name,
        [SignUpFields.Phone] = phone,
        [SignUpFields.Code] = code,
        ["consent_service"] = "yes",
        ["consent_lead_contact"] = "yes",
    };

    public static SignUpPost Post(Dictionary<string, string>? form = null) => new("autumn", form ?? Form(), "/test/a/autumn");

    public static async Task<Activity> RunningAsync(this TestTenant tenant, ActivityPlan? plan = null, params ActivityMove[] moves)
    {
        var activity = Activity(plan, moves);
        await tenant.SaveAsync<ActivitiesDb>(activity);
        return activity;
    }

    /// <summary>An activity with a waiting list and sessions of these capacities, one a day, shared or at each dealer.</summary>
    public static async Task<(Activity Activity, Guid[] Sessions)> WithSessionsAsync(this TestTenant tenant, int[] capacities, bool perDealer = false, int oversell = 0, bool waits = true)
    {
        var activity = Activity(Plan(quota: capacities.Sum() * (perDealer ? 2 : 1)) with { HasWaitingList = waits, OversellPercent = oversell });
        var starts = TimeProvider.System.GetUtcNow().AddDays(5);
        var sessions = capacities.Select((c, i) => new ActivitySession(Id(), activity.Id, starts.AddDays(i), starts.AddDays(i).AddHours(2), c)).ToArray();
        await tenant.SaveAsync<ActivitiesDb, int>(db =>
        {
            db.Add(activity);
            db.AddRange(sessions);
            foreach (var session in sessions)
            {
                foreach (var dealer in perDealer ? [KnownDealers.Shanghai.Id, KnownDealers.Suzhou.Id] : new Guid?[] { null })
                {
                    db.Add(new SessionQuota(Id(), activity.Id, session.Id, dealer, session.Capacity, oversell));
                }
            }

            return Task.FromResult(0);
        });
        return (activity, [.. sessions.Select(s => s.Id)]);
    }

    /// <summary>A form that names a session, and perhaps a dealer.</summary>
    public static Dictionary<string, string> FormFor(Guid session, int person, DealerFacts? dealer = null)
    {
        var form = Form(Phone(person));
        form[SignUpFields.Session] = session.ToString();
        if (dealer is not null)
        {
            form[SignUpFields.Dealer] = dealer.Code;
        }

        return form;
    }

    public static string Phone(int person) => $"1380013{person:D4}";

    public static Task<SignUp> PersonAsync(this TestTenant tenant, int person)
        => tenant.ReadAsync<ActivitiesDb, SignUp>(db => db.SignUps.AsNoTracking().SingleAsync(s => s.PhoneTail == Phone(person).Substring(7)));

    public static Task<SignUpAnswer> SignUpAsync(this TestTenant tenant, Dictionary<string, string>? form = null)
        => tenant.Get<AcceptSignUp>().RunAsync(Post(form), default);

    public static Task<int> TakenAsync(this TestTenant tenant)
        => tenant.ReadAsync<ActivitiesDb, int>(db => db.Activities.Select(a => a.Taken).SingleAsync());
}
