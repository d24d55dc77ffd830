using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AutoPortal.Web.Tests;

/// <summary>How a route is asked for what belongs to another tenant.</summary>
/// <param name="HasForeignId">The address carries ids of the other tenant: it must be refused.</param>
/// <param name="IsPublic">The page is for everybody, so the other tenant's own public words may stand there.</param>
/// <param name="Paths">Addresses to try.</param>
public sealed record RouteProbe(bool HasForeignId, bool IsPublic, Func<ForeignFacts, IEnumerable<string>> Paths);

/// <summary>A probe for each route; a route without one fails the test.</summary>
public static class RouteProbes
{
    // Screens and endpoints whose address names no row: what they show is the scope's own.
    private static readonly HashSet<string> WithoutIds = new(StringComparer.Ordinal)
    {
        "/", "/not-found", "/signin", "/signin/tenant", "/signout", "/app", "/app/scope", "/app/design", "/app/org", "/app/org/structure", "/app/people", "/app/series", "/app/audit", "/app/pages", "/app/pages/media", "/app/dead-letters", "/app/notifications", "/app/exports", "/app/imports", "/app/imports/upload",
        "/app/customers", "/app/page-events", "/app/activities", "/app/activities/new", "/app/leads", "/app/leads/cleaning", "/app/leads/rules", "/app/workbench", "/app/help", "/dev/outbox", "/dev/outbox/", "/dev/outbox/latest",
    };

    // Addresses of the consumer face: everybody may read them, so they are asked with the other tenant's ids inside one's own path.
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        "/{tenant:tenant}/a/{slug}", "/{tenant:tenant}/a/{slug}/code", "/{tenant:tenant}/a/{slug}/sign-up", "/{tenant:tenant}/a/{slug}/done", "/{tenant:tenant}/p/{slug}", "/{tenant:tenant}/preview/{token}", "/{tenant:tenant}/collect",
    };

    // The consumer's own pages: without the cookie a stranger is shown the way in, and an id or a link of another tenant leads nowhere.
    private static readonly HashSet<string> Consumers = new(StringComparer.Ordinal)
    {
        "/{tenant:tenant}", "/{tenant:tenant}/", "/{tenant:tenant}/me", "/{tenant:tenant}/me/code", "/{tenant:tenant}/me/enter", "/{tenant:tenant}/me/leave",
    };

    // Colours and drawings are made from the address alone; no row is read.
    private static readonly HashSet<string> MadeFromTheAddress = new(StringComparer.Ordinal) { "/{tenant:tenant}/theme-{code}.css", "/{tenant:tenant}/drawing-{name}.svg" };

    public static RouteProbe? For(Route route)
    {
        if (MadeFromTheAddress.Contains(route.Pattern))
        {
            return new RouteProbe(HasForeignId: false, IsPublic: true, _ => [route.WithIds(Guid.Empty)]);
        }

        if (route.Pattern == "/app/imports/templates/{kind}.xlsx")
        {
            return new RouteProbe(HasForeignId: false, IsPublic: false, _ => [.. new[] { "dealers", "leads", "blocklist", "nosuch" }.Select(kind => route.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = kind }))]);
        }

        if (route.Pattern == "/app/page-templates/{code}/look")
        {
            return new RouteProbe(HasForeignId: false, IsPublic: false, _ => [.. new[] { "test_drive", "nosuch" }.Select(code => route.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code }))]);
        }

        if (route.Pattern == "/{tenant:tenant}/media/{name}")
        {
            return new RouteProbe(HasForeignId: true, IsPublic: true, foreign => foreign.Ids("pages.media_pictures").Select(id => route.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["tenant"] = "beichen",
                ["name"] = $"{id:N}-1x1.webp",
            })));
        }

        if (WithoutIds.Contains(route.Pattern))
        {
            return new RouteProbe(HasForeignId: false, IsPublic: route.Pattern.StartsWith("/dev/", StringComparison.Ordinal), _ => [route.Pattern]);
        }

        if (Consumers.Contains(route.Pattern))
        {
            return new RouteProbe(HasForeignId: false, IsPublic: false, _ => [route.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "beichen" })]);
        }

        if (route.Pattern.StartsWith("/{tenant:tenant}/me/{signUpId:guid}/", StringComparison.Ordinal))
        {
            return new RouteProbe(HasForeignId: true, IsPublic: false, foreign => foreign.Ids("activities.sign_ups").Select(id => route.Pattern.Replace("{tenant:tenant}", "beichen", StringComparison.Ordinal).Replace("{signUpId:guid}", id.ToString(), StringComparison.Ordinal)));
        }

        if (route.Pattern.StartsWith("/{tenant:tenant}/o/{word}", StringComparison.Ordinal))
        {
            return new RouteProbe(HasForeignId: true, IsPublic: false, foreign => [route.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "beichen", ["word"] = foreign.OfferWord })]);
        }

        if (Public.Contains(route.Pattern))
        {
            return new RouteProbe(HasForeignId: true, IsPublic: true, foreign => [route.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["tenant"] = "beichen",
                ["slug"] = foreign.Slug,
            })]);
        }

        return route.Pattern.StartsWith("/app/", StringComparison.Ordinal) && route.Pattern.Contains(":guid}", StringComparison.Ordinal) && ForeignFacts.TableOf(route.Pattern) is { } table
            ? new RouteProbe(HasForeignId: true, IsPublic: false, foreign => foreign.Ids(table).Select(route.WithIds))
            : null;
    }
}

/// <summary>What another tenant owns, as a thief would like to find it.</summary>
public sealed class ForeignFacts
{
    private readonly Dictionary<string, IReadOnlyList<Guid>> _ids = new(StringComparer.Ordinal);

    /// <summary>A slug that only the other tenant has published.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>The word of a link by which the other tenant's consumer answers an offer.</summary>
    public string OfferWord { get; private init; } = "";

    /// <summary>Names that would give it away.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public IReadOnlyList<Guid> Ids(string table) => _ids[table];

    public static string? TableOf(string pattern) => pattern.Split('/')[2] switch
    {
        "leads" => "leads.leads",
        "customers" => "customers.customers",
        "activities" => "activities.activities",
        "pages" or "page-masters" => "pages.pages",
        "org" => "platform.dealers",
        "imports" => "platform.import_runs",
        "exports" => "platform.export_jobs",
        _ => null,
    };

    public static async Task<ForeignFacts> OfAsync(House house, string identifier)
    {
        var tenant = await house.TenantAsync(identifier);
        await house.PlantAsync(tenant.Id);
        await using var owner = new NpgsqlConnection(house.Connections.PortalOwner);
        var facts = new ForeignFacts
        {
            Slug = await owner.ExecuteScalarAsync<string>("select slug from activities.activities where tenant_id = @id and slug not in (select slug from activities.activities where tenant_id <> @id) limit 1", new { tenant.Id }) ?? throw new InvalidOperationException("No slug of its own."),
            OfferWord = AutoPortal.Activities.Messages.OfferLinks.Of(
                house.App.Services.GetRequiredService<AutoPortal.Kernel.Security.PhoneVault>(), tenant.Id, await owner.ExecuteScalarAsync<Guid>("select id from activities.waiting_offers where tenant_id = @id limit 1", new { tenant.Id })),
            Words = [tenant.Name, .. await owner.QueryAsync<string>("select name from platform.dealers where tenant_id = @id order by id limit 20", new { tenant.Id })],
        };
        foreach (var table in new[] { "leads.leads", "customers.customers", "activities.activities", "activities.sign_ups", "pages.pages", "pages.media_pictures", "platform.dealers", "platform.import_runs", "platform.export_jobs" })
        {
            facts._ids[table] = (await owner.QueryAsync<Guid>($"select id from {table} where tenant_id = @id order by id limit 2", new { tenant.Id })).AsList();
            facts._ids[table].ShouldNotBeEmpty($"{table} holds no row to steal, so nothing would be proven");
        }

        return facts;
    }
}
