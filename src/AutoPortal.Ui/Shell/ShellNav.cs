using AutoPortal.Kernel.Navigation;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Ui.Shell;

/// <summary>The navigation of one person: contributed entries that they may open, grouped, ordered and in their language.</summary>
public sealed class ShellNav(IEnumerable<NavEntry> entries, IShellUser user, IStringLocalizerFactory texts)
{
    /// <summary>Groups that have at least one entry, in the order of <see cref="NavGroups.All"/>.</summary>
    public IReadOnlyList<NavGroup> Groups() =>
    [
        .. entries
            .Where(entry => entry.Permission is null || user.May(entry.Permission))
            .GroupBy(entry => entry.Group)
            .OrderBy(group => Place(group.Key))
            .Select(group => new NavGroup(group.Key, [.. group.OrderBy(entry => entry.Order).Select(Link)])),
    ];

    private NavLine Link(NavEntry entry) => new(texts.Create(entry.Texts)[entry.TitleKey], entry.Href, entry.Icon);

    // A group that nobody declared stands last rather than first.
    private static int Place(string group)
    {
        for (var place = 0; place < NavGroups.All.Count; place++)
        {
            if (NavGroups.All[place] == group)
            {
                return place;
            }
        }

        return int.MaxValue;
    }
}

/// <summary>A heading of the navigation and its lines.</summary>
public sealed record NavGroup(string Name, IReadOnlyList<NavLine> Lines);

/// <summary>A line of the navigation.</summary>
public sealed record NavLine(string Title, string Href, string Icon);
