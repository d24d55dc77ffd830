using System.Text.RegularExpressions;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Channels.Captured;

/// <summary>Captured messages for developers and tests; mapped in development only.</summary>
internal static partial class OutboxEndpoints
{
    private const int MostShown = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var outbox = endpoints.MapGroup("/dev/outbox");
        outbox.MapGet("", ListAsync);
        outbox.MapGet("/latest", LatestAsync);
    }

    private static async Task<IResult> ListAsync(string? tenant, string? tail, IOutboxTenants tenants, ScopeRunner scopes, CancellationToken ct)
    {
        var all = await tenants.ListAsync(ct);
        var chosen = all.FirstOrDefault(t => t.Identifier == tenant);
        var rows = new List<CapturedRow>();
        foreach (var one in chosen is null ? all : [chosen])
        {
            await scopes.RunAsync(As(one), async (services, stop) => rows.AddRange(await services.GetRequiredService<CapturedQueries>().ListAsync(tail, stop)), ct);
        }

        return new RazorComponentResult<Outbox>(new Dictionary<string, object?>
        {
            [nameof(Outbox.Tenants)] = all,
            [nameof(Outbox.Chosen)] = chosen,
            [nameof(Outbox.Tail)] = tail ?? "",
            [nameof(Outbox.Rows)] = rows.OrderByDescending(r => r.At).Take(MostShown).ToList(),
        });
    }

    private static async Task<IResult> LatestAsync(string tenant, string phone, IOutboxTenants tenants, ScopeRunner scopes, CancellationToken ct)
    {
        var chosen = (await tenants.ListAsync(ct)).FirstOrDefault(t => t.Identifier == tenant);
        if (chosen is null || !PhoneNumber.TryNormalise(phone, out var normalised))
        {
            return Results.NotFound();
        }

        CapturedRow? row = null;
        await scopes.RunAsync(As(chosen), async (services, stop) => row = await services.GetRequiredService<CapturedQueries>().LatestAsync(normalised, stop), ct);
        return row is null
            ? Results.NotFound()
            : Results.Json(new { row.At, row.Channel, row.Text, Code = SixDigits().Match(row.Text).Value });
    }

    // A scope of its own: the request may stand in that of another tenant, where the developer is signed in.
    private static ScopeFacts As(OutboxTenant tenant) => new(tenant.Id, tenant.Identifier, Reach.System) { Origin = "dev_outbox" };

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();
}
