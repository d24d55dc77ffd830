using AutoPortal.Kernel.Tenancy;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Public;

/// <summary>What a drawing is kept under. Nothing else of a request may change a page: not its host, not the rest of its query.</summary>
/// <param name="Path">The path as it was asked for.</param>
/// <param name="Language">One of <see cref="PageLanguages"/>.</param>
/// <param name="Encoding"><c>br</c>, <c>gzip</c> or empty.</param>
internal readonly record struct PageAddress(string Path, string Language, string Encoding)
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    /// <summary>The address of a stranger's request for reading; null for anything else.</summary>
    public static PageAddress? OfStranger(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Cookie.Count == 0
            && request.Headers.Authorization.Count == 0
            ? new PageAddress(request.Path.Value ?? "", LanguageOf(request), EncodingOf(request.Headers.AcceptEncoding.ToString()))
            : null;

    private static string LanguageOf(HttpRequest request)
        => request.QueryString.HasValue ? PageLanguages.Of(request.Query["lang"]) : PageLanguages.Chinese;

    // Three variants, however browsers word it.
    private static string EncodingOf(string accepted)
    {
        if (accepted.Length == 0)
        {
            return "";
        }

        var isWeighed = accepted.Contains('=', StringComparison.Ordinal);
        return Accepts(accepted, Brotli, isWeighed) ? Brotli : Accepts(accepted, Gzip, isWeighed) ? Gzip : "";
    }

    private static bool Accepts(string accepted, string encoding, bool isWeighed)
        => accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase)
            && (!isWeighed || (StringWithQualityHeaderValue.TryParseList([accepted], out var all)
                && all.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0)));
}

/// <summary>Which page an address means.</summary>
/// <param name="Tenant">The tenant's word.</param>
/// <param name="Page">The page's name inside its tenant, <c>a/autumn-test-drive</c>.</param>
internal sealed record PagePlace(string Tenant, string Page)
{
    /// <summary>The place that a path names; null where no page can be.</summary>
    public static PagePlace? Of(string path)
        => path.Split('/', 5) is ["", var tenant, PagePaths.Activity or PagePaths.Content, var slug] parts && PageSlug.IsValid(slug) && TenantRouteConstraint.IsIdentifier(tenant)
            ? new PagePlace(tenant, PublicPageWords.Of(parts[2], slug))
            : null;
}
