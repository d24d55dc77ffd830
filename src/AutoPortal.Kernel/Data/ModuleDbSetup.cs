using AutoPortal.Kernel.Data.Migrating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace AutoPortal.Kernel.Data;

/// <summary>Registers module contexts.</summary>
public static class ModuleDbSetup
{
    internal const string HistoryTable = "__ef_migrations";

    /// <summary>Registers a module's context and its scoped factory, without pooling.</summary>
    public static IServiceCollection AddModuleDb<T>(this IServiceCollection services, string schema) where T : ModuleDb
    {
        services.AddSingleton(new ModuleDbEntry(typeof(T), schema));
        services.AddScoped(provider =>
        {
            var builder = new DbContextOptionsBuilder<T>();
            Configure(builder, schema, b => b.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable(HistoryTable, schema)));
            builder.UseApplicationServiceProvider(provider);
            return builder.Options;
        });
        services.TryAddScoped<IDbContextFactory<T>, ModuleDbFactory<T>>();
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder builder, string schema, Action<DbContextOptionsBuilder> useNpgsql)
    {
        useNpgsql(builder);
        builder.AddInterceptors(Tenant)
            .ReplaceService<IMigrationsSqlGenerator, PortalSqlGenerator>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.ManyServiceProvidersCreatedWarning));
    }

    private static readonly TenantInterceptor Tenant = new();
}

/// <summary>Lets the migration tool make a module's context: each module derives one class.</summary>
public abstract class ModuleDbDesign<T>(string schema) : IDesignTimeDbContextFactory<T> where T : ModuleDb
{
    /// <inheritdoc/>
    public T CreateDbContext(string[] args)
        => (T)new ModuleDbEntry(typeof(T), schema).CreateFor("Host=localhost;Database=design");
}
