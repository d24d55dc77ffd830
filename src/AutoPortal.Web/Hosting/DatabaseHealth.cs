#pragma warning disable RS0030 // Asks whether PostgreSQL answers; no tenant's row.
using AutoPortal.Kernel.Messaging;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AutoPortal.Web.Hosting;

/// <summary>Ready: the database answers, its schema was migrated, and this node hears the others.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource source, LiveConnection live) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select count(*) from platform_shared.schema_state");
            if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
            {
                return HealthCheckResult.Unhealthy("The schema was not migrated: run the migrate verb.");
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", fault);
        }

        return live.IsListening ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The listening connection is down.");
    }
}

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) });
    }
}
