using Microsoft.Extensions.Localization;

namespace AutoPortal.Web.Shell;

/// <summary>What the guide says of a screen: one text a screen, <c>help.{code}</c>, a step a line. A screen in the menu without one fails a test.</summary>
public static class HelpTopics
{
    private const string Home = "/app/";

    /// <summary>A screen's word in the guide and in its address, such as <c>leads-cleaning</c>.</summary>
    public static string CodeOf(string href) => (href.StartsWith(Home, StringComparison.Ordinal) ? href[Home.Length..] : href).Split('?')[0].Trim('/').Replace('/', '-');

    /// <summary>The steps in the reader's language; none where nothing was written.</summary>
    public static IReadOnlyList<string> StepsOf(string href, IStringLocalizer<HostTexts> text)
        => text["help." + CodeOf(href)] is { ResourceNotFound: false } found ? found.Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
}
