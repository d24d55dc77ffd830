using System.Data.Common;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Imports;

/// <summary>The server ends the connection once it has committed, before the portal hears of it.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor
{
    private TestDatabase? _database;
    private int _left;

    /// <summary>How often an answer was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The answer to this commit of an import's batch is lost, counted from now.</summary>
    public void Begin(TestDatabase database, int commit) => (_database, _left) = (database, commit);

    /// <summary>Puts itself between the module's contexts and their server.</summary>
    public static void Watch(IServiceCollection services, LostAnswer lost)
    {
        var options = services.Last(s => s.ServiceType == typeof(DbContextOptions<PlatformDb>));
        services.AddScoped(provider => new DbContextOptionsBuilder<PlatformDb>((DbContextOptions<PlatformDb>)options.ImplementationFactory!(provider)).AddInterceptors(lost).Options);
    }

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_left > 0 && eventData.Context is PlatformDb db && db.ChangeTracker.Entries<Dealer>().Any() && --_left == 0)
        {
            Lost++;
            await _database!.EndConnectionsAsync();
            await db.Database.ExecuteSqlAsync($"select 1", cancellationToken);
        }
    }
}
