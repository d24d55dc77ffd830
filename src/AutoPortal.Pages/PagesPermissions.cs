using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages;

/// <summary>What roles may be allowed in this module.</summary>
public static class PagesPermissions
{
    /// <summary>See the library and the versions of pages.</summary>
    public const string Read = "pages.read";

    /// <summary>Make and change pages, and hand them in.</summary>
    public const string Edit = PageDesk.Edit;

    /// <summary>Review pages, put them before the public and take them away.</summary>
    public const string Publish = "pages.publish";

    internal static readonly string[] All = [Read, Edit, Publish];
}
