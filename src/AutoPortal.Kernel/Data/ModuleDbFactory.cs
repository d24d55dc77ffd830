using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Data;

/// <summary>Opens a module's context with its one transaction. Scoped, because the scope is.</summary>
internal sealed class ModuleDbFactory<T>(IServiceProvider services, DbContextOptions<T> options) : IDbContextFactory<T> where T : ModuleDb
{
    private static readonly ObjectFactory<T> Make = ActivatorUtilities.CreateFactory<T>([typeof(DbContextOptions<T>)]);

    public T CreateDbContext() => throw new NotSupportedException("Contexts are opened with CreateDbContextAsync.");

    public async Task<T> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        var db = Make(services, [options]);
        try
        {
            await db.BeginAsync(cancellationToken);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A module's context as the house knows it: for migrations, outbox delivery, audit search and the architecture tests.</summary>
/// <param name="Type">The context's class.</param>
/// <param name="Schema">Its schema.</param>
public sealed record ModuleDbEntry(Type Type, string Schema)
{
    /// <summary>Makes a context on another connection, without a scope: to migrate as owner and to read the model.</summary>
    public ModuleDb CreateFor(string connectionString)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(Type))!;
        ModuleDbSetup.Configure(builder, Schema, b => b.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(ModuleDbSetup.HistoryTable, Schema)));
        return (ModuleDb)Activator.CreateInstance(Type, builder.Options, new CurrentScope())!;
    }
}
