namespace AutoPortal.Kernel.Navigation;

/// <summary>A line in the staff portal's left navigation and in its search palette, contributed by a module.</summary>
/// <param name="Group">One of <see cref="NavGroups"/>.</param>
/// <param name="TitleKey">Key of the words in <paramref name="Texts"/>.</param>
/// <param name="Href">Absolute path of the screen, such as <c>/app/leads</c>.</param>
/// <param name="Icon">Name in the icon set, such as <c>leads</c>.</param>
/// <param name="Permission">Code that a person must hold to see the entry; null for everybody who is signed in.</param>
/// <param name="Order">Ascending within the group.</param>
/// <param name="Texts">The module's resource type, such as <c>typeof(LeadTexts)</c>.</param>
public sealed record NavEntry(
    string Group,
    string TitleKey,
    string Href,
    string Icon,
    string? Permission,
    int Order,
    Type Texts);
