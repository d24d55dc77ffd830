using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Platform.Clock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Platform.Accounts;

/// <summary>The tables of <see cref="AccountsDb"/>: migrated before any module's, each with the reason why it has no tenant.</summary>
internal sealed class AccountsSchema : ISharedSchema, IDesignTimeDbContextFactory<AccountsDb>
{
    private static readonly SharedTable[] Tables =
    [
        new("accounts", "A person is one account in all tenants they work for.", "select, insert, update"),
        new("tenants", "The tenants themselves.", "select, insert, update"),
        new("account_tenants", "Sign-in asks where a person belongs before any tenant is entered; ids only.", "select, insert, delete"),
        new("sign_in_sessions", "A sign-in belongs to a person, who may switch tenants within it.", "select, insert, update, delete"),
        new("sign_in_tries", "Lockout by typed name, before anybody is known; hashes only.", "select, insert, update, delete"),
        new("data_protection_keys", "The key ring of all nodes.", "select, insert"),
    ];

    public async Task MigrateAsync(string ownerConnection, CancellationToken ct)
    {
        await using var db = new AccountsDb(Options(ownerConnection));
        await db.Database.MigrateAsync(ct);
    }

    public AccountsDb CreateDbContext(string[] args) => new(Options("Host=localhost;Database=design"));

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ISharedSchema, AccountsSchema>();
        foreach (var table in Tables.Concat(QuartzTables.All))
        {
            services.AddSingleton(table);
        }

        services.AddDbContextFactory<AccountsDb>((provider, builder) => builder.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
    }

    private static DbContextOptions<AccountsDb> Options(string connection)
        => new DbContextOptionsBuilder<AccountsDb>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable(AccountsDb.HistoryTable, AccountsDb.Schema)).Options;
}
