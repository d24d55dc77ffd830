namespace AutoPortal.Pages;

/// <summary>What roles may be allowed in this module.</summary>
public static class PagesPermissions
{
    /// <summary>Make and change pages.</summary>
    public const string Edit = "pages.edit";

    /// <summary>Put pages before the public and take them away.</summary>
    public const string Publish = "pages.publish";

    internal static readonly string[] All = [Edit, Publish];
}
