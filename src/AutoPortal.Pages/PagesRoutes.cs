using System.Globalization;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages;

/// <summary>Addresses of this module's staff screens.</summary>
public static class PagesRoutes
{
    /// <summary>The page library.</summary>
    public const string Library = "/app/pages";

    /// <summary>The library with one page open.</summary>
    public static string Of(Guid pageId) => $"{Library}?page_id={pageId}";

    /// <summary>The builder.</summary>
    public const string Build = "/app/pages/{id:guid}/build";

    /// <summary>What the builder's canvas shows.</summary>
    public const string Canvas = "/app/pages/{id:guid}/canvas";

    /// <summary>Two versions of a page beside each other; 0 stands for the draft.</summary>
    public const string Compare = "/app/pages/{PageId:guid}/compare";

    /// <summary>A version as the public would see it, for staff; 0 stands for the draft.</summary>
    public const string Look = "/app/pages/{id:guid}/versions/{number:int}/look";

    /// <summary>A master that is offered to dealers, as the public sees it, for their staff.</summary>
    public const string MasterLook = "/app/page-masters/{id:guid}/look";

    /// <summary>A master that is offered to dealers.</summary>
    public static string MasterLookOf(Guid masterId) => $"/app/page-masters/{masterId}/look";

    /// <summary>A template as a page made from it would look, for staff.</summary>
    public const string TemplateLook = "/app/page-templates/{code}/look";

    /// <summary>A template as a page made from it would look.</summary>
    public static string TemplateOf(string code) => $"/app/page-templates/{code}/look";

    /// <summary>What visitors do on a page; <c>?days=30</c> for the longer period.</summary>
    public const string Traffic = "/app/pages/{PageId:guid}/traffic";

    /// <summary>What visitors do on a page.</summary>
    public static string TrafficOf(Guid pageId) => $"/app/pages/{pageId}/traffic";

    /// <summary>The builder of a page.</summary>
    public static string BuildOf(Guid pageId) => PageDesk.BuildOf(pageId);

    /// <summary>Two versions beside each other.</summary>
    public static string CompareOf(Guid pageId, int from, int to) => string.Create(CultureInfo.InvariantCulture, $"/app/pages/{pageId}/compare?from={from}&to={to}");

    /// <summary>A version as the public would see it; compared with another one, its changed blocks are marked.</summary>
    public static string LookOf(Guid pageId, int number, int? against = null)
        => string.Create(CultureInfo.InvariantCulture, $"/app/pages/{pageId}/versions/{number}/look{(against is { } other ? $"?against={other}" : "")}");
}
