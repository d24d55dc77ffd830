namespace AutoPortal.Pages.Domain;

/// <summary>Folders of the page library: a path of names, at most <see cref="Depth"/> deep.</summary>
internal static class PageFolder
{
    public const int Depth = 5;
    public const int MaxLength = 200;

    /// <summary>The path without empty names and blanks around them; what is too deep or too long is cut.</summary>
    public static string Tidy(string folder)
    {
        var path = string.Join('/', folder.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Depth));
        return path.Length <= MaxLength ? path : path[..MaxLength].TrimEnd('/', ' ');
    }
}
