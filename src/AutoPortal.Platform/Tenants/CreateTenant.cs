using System.Net.Mail;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Tenancy;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tenants;

/// <summary>Founds a tenant: a brand named like it, a role for every persona, and one administrator. Work of whoever runs the portal, not of a tenant.</summary>
public sealed class CreateTenant
{
    private readonly IDbContextFactory<AccountsDb> _accounts;
    private readonly NewAccounts _newAccounts;
    private readonly ILookupNormalizer _names;
    private readonly TenantDirectory _tenants;
    private readonly ScopeRunner _scopes;
    private readonly ILiveBus _bus;
    private readonly TimeProvider _clock;

    internal CreateTenant(IDbContextFactory<AccountsDb> accounts, NewAccounts newAccounts, ILookupNormalizer names, TenantDirectory tenants, ScopeRunner scopes, ILiveBus bus, TimeProvider clock)
    {
        _accounts = accounts;
        _newAccounts = newAccounts;
        _names = names;
        _tenants = tenants;
        _scopes = scopes;
        _bus = bus;
        _clock = clock;
    }

    /// <summary>Does it.</summary>
    /// <param name="identifier">Path segment of the tenant.</param>
    /// <param name="name">Name of the tenant and of its first brand.</param>
    /// <param name="adminEmail">The administrator; an account that is there already gets a membership and keeps its password.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task<Outcome<TenantCreated>> RunAsync(string identifier, string name, string adminEmail, CancellationToken ct)
    {
        name = name.Trim();
        adminEmail = adminEmail.Trim();
        if (!TenantRouteConstraint.IsIdentifier(identifier))
        {
            return PlatformRefusals.IdentifierMalformed;
        }

        if (name.Length is 0 or > 60)
        {
            return PlatformRefusals.NameMissing;
        }

        if (adminEmail.Length > 256 || !MailAddress.TryCreate(adminEmail, out var address) || address.Address != adminEmail)
        {
            return PlatformRefusals.EmailMalformed;
        }

        var tenant = new Tenant(Ids.New(_clock), identifier, name, TenantKind.Oem, Tenant.DefaultAccent, _clock.GetUtcNow());
        string? password = null;
        await using var db = await _accounts.CreateDbContextAsync(ct);
        var normalised = _names.NormalizeName(adminEmail);
        if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normalised, ct) is not { } admin)
        {
            password = NewAccounts.OneTimePassword();
            admin = _newAccounts.Make(adminEmail, adminEmail[..adminEmail.IndexOf('@', StringComparison.Ordinal)], password, isDemo: false);
            db.Users.Add(admin);
        }

        db.Tenants.Add(tenant);
        db.AccountTenants.Add(new AccountTenant(admin.Id, tenant.Id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return PlatformRefusals.IdentifierTaken;
        }

        await _scopes.RunAsync(tenant.Id, "tenant_create", (services, ct) => FurnishAsync(services, tenant.Name, admin, ct), CancellationToken.None);
        _tenants.Forget();
        _bus.Publish(new LiveMessage(tenant.Id, PlatformTopics.Tenants, ""));
        return new TenantCreated(tenant.Id, identifier, adminEmail, password);
    }

    private async Task FurnishAsync(IServiceProvider services, string name, Account admin, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
        db.Brands.Add(new Brand(Ids.New(_clock), "main", name, Brand.LongScheme));
        var roles = TemplateRoles.Make(_clock);
        db.Roles.AddRange(roles.Values);
        db.Memberships.Add(new Membership(Ids.New(_clock), admin.Id, admin.DisplayName, roles[RoleTemplate.PlatformAdmin].Id, MembershipReach.Tenant, null, ShanghaiTime.DateOf(_clock.GetUtcNow())));
        await db.SaveAsync(ct);
    }
}

/// <summary>A new tenant.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Identifier">Its path segment.</param>
/// <param name="AdminEmail">Who administers it.</param>
/// <param name="OneTimePassword">Shown once; null where the account was there already.</param>
public sealed record TenantCreated(Guid TenantId, string Identifier, string AdminEmail, string? OneTimePassword);
