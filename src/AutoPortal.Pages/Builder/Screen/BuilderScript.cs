using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Documents;
using AutoPortal.Ui.Icons;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Builder.Screen;

/// <summary>What the script is told once, when the builder opens. Property names are those of the script.</summary>
internal sealed record BuilderOptions(Guid Page, string Language, IReadOnlyList<KindFacts> Kinds, IReadOnlyDictionary<string, string> Texts)
{
    private static readonly string[] Words =
    [
        "outline", "page", "many", "no_place", "cannot_move", "moved", "hollow", "copied", "nothing_to_paste",
        "act.parent", "act.up", "act.down", "act.duplicate", "act.delete",
    ];

    public static BuilderOptions Of(Guid page, string pathKind, string language, BlockCatalog catalog, BlockWords words, IStringLocalizer text) => new(
        page,
        language,
        [.. catalog.Kinds.Select(k => new KindFacts(
            k.Code,
            words.Kind(k.Code),
            IconPaths.Of(KindFacts.IconOf(k.Hints.Icon)),
            k.Hints.IsContainer,
            k.Hints.OnlyChildren,
            k.Hints.OnlyIn,
            k.Hints.OnlyOnPage,
            k.Hints.MostPerPage,
            k.Hints.OnlyOnPaths.Count == 0 || k.Hints.OnlyOnPaths.Contains(pathKind, StringComparer.Ordinal)))],
        Words.ToDictionary(w => w, w => text[$"script.{w}"].Value, StringComparer.Ordinal));
}

/// <summary>One kind as the script knows it.</summary>
internal sealed record KindFacts(string Code, string Name, string Icon, bool IsContainer, IReadOnlyList<string> OnlyChildren, IReadOnlyList<string> OnlyIn, bool IsOnlyOnPage, int? Most, bool IsForThisPage)
{
    private static readonly HashSet<string> Known = IconPaths.Names.ToHashSet(StringComparer.Ordinal);

    /// <summary>The icon, or a plain one where the set has none of that name.</summary>
    public static string IconOf(string name) => Known.Contains(name) ? name : "box";
}
