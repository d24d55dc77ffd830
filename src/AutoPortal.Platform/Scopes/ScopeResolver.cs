using System.Collections.Concurrent;
using System.Security.Claims;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Scopes;

/// <summary>Turns a sign-in ticket into what its holder may see today. An answer is kept for 30 s at most, and forgotten at once when access changes.</summary>
internal sealed class ScopeResolver : IDisposable
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private static readonly string Left = SnakeCaseNames.Of(nameof(DealerState.Left));
    private const int MostKept = 5_000;
    private readonly ConcurrentDictionary<StaffTicket, (SignInState State, DateTimeOffset Until)> _kept = new();
    private readonly IDbContextFactory<AccountsDb> _accounts;
    private readonly ITenantDirectory _tenants;
    private readonly OrganisationMemory _organisation;
    private readonly ScopeRunner _scopes;
    private readonly IReadOnlyList<Permission> _declared;
    private readonly TimeProvider _clock;
    private readonly IDisposable[] _listening;

    public ScopeResolver(IDbContextFactory<AccountsDb> accounts, ITenantDirectory tenants, OrganisationMemory organisation, ScopeRunner scopes, IEnumerable<Permission> declared, ILiveBus bus, TimeProvider clock)
    {
        _accounts = accounts;
        _tenants = tenants;
        _organisation = organisation;
        _scopes = scopes;
        _declared = [.. declared];
        _clock = clock;
        string[] topics = [PlatformTopics.Access, PlatformTopics.Organisation, PlatformTopics.Tenants];
        _listening = [.. topics.Select(topic => bus.SubscribeAll(topic, _ =>
        {
            Forget();
            return Task.CompletedTask;
        }))];
    }

    /// <summary>What the holder may see, or null where the ticket is worth nothing (any more) or names no membership.</summary>
    public async ValueTask<ScopeFacts?> ResolveAsync(ClaimsPrincipal person, CancellationToken ct)
        => (await CheckAsync(person, ct))?.Facts is { } facts ? facts with { Origin = StaffTicket.OriginOf(person) } : null;

    /// <summary>Whether the sign-in stands; its facts are null until a membership was chosen.</summary>
    public async ValueTask<SignInState?> CheckAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (StaffTicket.Read(person) is not { } ticket)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        if (_kept.TryGetValue(ticket, out var kept) && kept.Until > now)
        {
            return kept.State;
        }

        // What does not stand is not kept: a tampered cookie cannot fill the memory.
        if (await ReadAsync(ticket, now, ct) is not { } state)
        {
            _kept.TryRemove(ticket, out _);
            return null;
        }

        if (_kept.Count >= MostKept)
        {
            Forget();
        }

        _kept[ticket] = (state, now + KeptFor);
        return state;
    }

    /// <summary>What a member may see today without being signed in, for work they ordered; null where the membership holds no longer.</summary>
    public async Task<ScopeFacts?> ForMembershipAsync(Guid tenantId, Guid accountId, Guid membershipId, CancellationToken ct)
        => await _tenants.FindAsync(tenantId, ct) is { IsSuspended: false } tenant ? await FactsAsync(tenant, membershipId, new StaffTicket(accountId, Guid.Empty, ""), ct) : null;

    public void Forget() => _kept.Clear();

    public void Dispose()
    {
        foreach (var subscription in _listening)
        {
            subscription.Dispose();
        }
    }

    private async Task<SignInState?> ReadAsync(StaffTicket ticket, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await _accounts.CreateDbContextAsync(ct);
        var session = await (
            from s in db.Sessions
            join a in db.Users on s.AccountId equals a.Id
            where s.Id == ticket.SessionId && s.AccountId == ticket.AccountId && s.RevokedAt == null && a.SecurityStamp == ticket.Stamp
            select new { s.LastSeenAt }).SingleOrDefaultAsync(ct);
        if (session is null)
        {
            return null;
        }

        if (now - session.LastSeenAt > SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == ticket.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        }

        if (ticket.MembershipId is not { } membershipId || ticket.TenantId is not { } tenantId)
        {
            return new SignInState(null);
        }

        return await _tenants.FindAsync(tenantId, ct) is { IsSuspended: false } tenant && await FactsAsync(tenant, membershipId, ticket, ct) is { } facts
            ? new SignInState(facts)
            : null;
    }

    private async Task<ScopeFacts?> FactsAsync(TenantFacts tenant, Guid membershipId, StaffTicket ticket, CancellationToken ct)
    {
        Membership? membership = null;
        Role? role = null;
        await _scopes.RunAsync(tenant.Id, "sign_in", async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
            membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId && m.AccountId == ticket.AccountId, ct);
            role = membership is null ? null : await db.Roles.AsNoTracking().SingleAsync(r => r.Id == membership.RoleId, ct);
        }, ct);
        if (membership is null || role is null || !membership.Holds(ShanghaiTime.DateOf(_clock.GetUtcNow())))
        {
            return null;
        }

        var tree = (await _organisation.GetAsync(tenant.Id, ct)).Tree;
        if (membership.DealerId is { } dealerId && tree.Dealers.FirstOrDefault(d => d.Id == dealerId)?.State == Left)
        {
            // Its people end with it; the rows follow soon after midnight.
            return null;
        }

        var sight = ReachInTree.Of(membership.Reach, membership.NodeId, tree);
        if (ticket.NodeId is { } node)
        {
            sight = sight.NarrowedTo(node, tree) ?? sight;
        }

        return new ScopeFacts(tenant.Id, tenant.Identifier, sight.Reach)
        {
            UserId = membership.AccountId,
            UserName = membership.Name,
            MembershipId = membership.Id,
            DealerIds = sight.DealerIds,
            Permissions = GrantedPermissions.Of(role.Grants, _declared),
            Role = role.Name ?? role.Template,
            Label = tree.LabelOf(sight.NodeId) ?? tenant.Name,
        };
    }
}

/// <summary>A sign-in that stands.</summary>
/// <param name="Facts">What its holder may see; null until a membership was chosen.</param>
internal sealed record SignInState(ScopeFacts? Facts);
