using AutoPortal.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Accounts;

/// <summary>What is known before a tenant is: who a person is and which tenants there are. No tenant's business data.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string Schema = "platform_shared";
    public const string HistoryTable = "__ef_migrations";

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<AccountTenant> AccountTenants => Set<AccountTenant>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<SignInTry> Tries => Set<SignInTry>();

    public DbSet<DataProtectionKey> Keys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);

        // Claims come from memberships, and outside logins are not there yet.
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.DisplayName).HasMaxLength(60);
            account.Property(a => a.SecurityStamp).HasMaxLength(64);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
            // Lockout counts tries by the typed name (SignInTry); the other factors are not used.
            account.Ignore(a => a.AccessFailedCount).Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled)
                .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.EmailConfirmed).Ignore(a => a.TwoFactorEnabled);
        });
        builder.Entity<Tenant>(tenant =>
        {
            tenant.ToTable("tenants");
            tenant.Property(t => t.Id).ValueGeneratedNever();
            tenant.Property(t => t.Identifier).HasMaxLength(31);
            tenant.Property(t => t.Name).HasMaxLength(100);
            tenant.Property(t => t.Kind).HasConversion(k => SnakeCaseNames.Of(k.ToString()), k => Enum.Parse<TenantKind>(k.Replace("_", "", StringComparison.Ordinal), true)).HasMaxLength(20);
            tenant.Property(t => t.AccentColor).HasMaxLength(9);
            tenant.HasIndex(t => t.Identifier).IsUnique();
        });
        builder.Entity<AccountTenant>(link =>
        {
            link.ToTable("account_tenants");
            link.HasKey(l => new { l.AccountId, l.TenantId });
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
            link.HasOne<Tenant>().WithMany().HasForeignKey(l => l.TenantId);
        });
        builder.Entity<SignInSession>(session =>
        {
            session.ToTable("sign_in_sessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Address).HasMaxLength(45);
            session.Property(s => s.Device).HasMaxLength(200);
            session.HasIndex(s => s.AccountId);
            session.HasIndex(s => s.LastSeenAt);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        });
        builder.Entity<SignInTry>(tries =>
        {
            tries.ToTable("sign_in_tries");
            tries.HasKey(t => t.NameHash);
            tries.Property(t => t.NameHash).HasMaxLength(64);
            tries.HasIndex(t => t.LastAt);
        });
        builder.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("data_protection_keys");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.FriendlyName).HasMaxLength(100);
        });

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            SnakeCaseNames.Apply(entity);
        }
    }
}
