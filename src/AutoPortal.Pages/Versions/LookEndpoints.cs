using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Templates;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Versions;

/// <summary>Versions, drafts and templates as the public would see them, for staff and their frames.</summary>
internal static class LookEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PagesRoutes.Look, VersionAsync);
        endpoints.MapGet(PagesRoutes.TemplateLook, TemplateAsync);
        endpoints.MapGet(PagesRoutes.MasterLook, MasterAsync);
    }

    private static async Task<IResult> VersionAsync(Guid id, int number, int? against, HttpContext http, VersionQueries versions, PageViews views, ITenantDirectory tenants, CurrentScope scope, CancellationToken ct)
    {
        if (await versions.PartsAsync(id, number, ct) is not { } page || await tenants.FindAsync(scope.TenantId, ct) is not { } tenant)
        {
            return Results.NotFound();
        }

        var difference = against is not { } other ? null
            : IsLater(other, number) ? await versions.CompareAsync(id, number, other, ct)
            : await versions.CompareAsync(id, other, number, ct);
        var marks = difference?.Blocks.GroupBy(b => b.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Change.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        return PreviewEndpoints.Show(http, views, tenant, page, null, marks);
    }

    private static async Task<IResult> MasterAsync(Guid id, HttpContext http, VersionQueries versions, PageViews views, ITenantDirectory tenants, CurrentScope scope, CancellationToken ct)
        => await versions.OfferedAsync(id, ct) is { } page && await tenants.FindAsync(scope.TenantId, ct) is { } tenant
            ? PreviewEndpoints.Show(http, views, tenant, page, null)
            : Results.NotFound();

    private static async Task<IResult> TemplateAsync(string code, HttpContext http, PageViews views, ITenantDirectory tenants, IStringLocalizer<PagesTexts> text, CurrentScope scope, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Read) || await tenants.FindAsync(scope.TenantId, ct) is not { } tenant
            || TemplateCatalog.Fill(code, new Dictionary<string, LocalText>(StringComparer.Ordinal) { ["operator"] = tenant.Name, ["title"] = text[$"template.{code}"].Value }) is not { } document)
        {
            return Results.NotFound();
        }

        var page = new PageParts(Guid.Empty, PagePaths.Content, code, null, new(""), new(""), null, document, 0, IsFixed: false);
        return PreviewEndpoints.Show(http, views, tenant, page, null, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    // The draft is later than every version.
    private static bool IsLater(int one, int than) => than != 0 && (one == 0 || one > than);
}
