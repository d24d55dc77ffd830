namespace AutoPortal.Pages.Contracts;

/// <summary>What the builder knows about a kind of block: where it stands in the palette and what may stand where.</summary>
/// <remarks>Its words are resources of <see cref="Texts"/>: <c>block.{kind}</c> the name, <c>block.{kind}.hint</c> one sentence on what it is for, <c>block.{kind}.{field}</c> each setting's label (else <c>field.{field}</c> of the Pages module).</remarks>
public sealed record BlockHints
{
    /// <summary>Where nothing better was said.</summary>
    public static BlockHints Default { get; } = new();

    /// <summary>Shelf of the palette; one of <see cref="BlockGroups"/>.</summary>
    public string Group { get; init; } = BlockGroups.Content;

    /// <summary>Name of an icon of the staff portal's set.</summary>
    public string Icon { get; init; } = "box";

    /// <summary>The resource class of the module that owns the kind; null for Pages itself.</summary>
    public Type? Texts { get; init; }

    /// <summary>Other blocks may stand inside it.</summary>
    public bool IsContainer { get; init; }

    /// <summary>The only kinds that may stand inside; empty for all that may stand anywhere.</summary>
    public IReadOnlyList<string> OnlyChildren { get; init; } = [];

    /// <summary>The only kinds that it may stand in; empty for the page and every open container. Such a kind is not in the palette by itself.</summary>
    public IReadOnlyList<string> OnlyIn { get; init; } = [];

    /// <summary>It stands directly on the page and in no other block: what spans the whole width, or belongs to the page as a whole.</summary>
    public bool OnlyOnPage { get; init; }

    /// <summary>At most so many on one page; null for any number.</summary>
    public int? MostPerPage { get; init; }

    /// <summary>Kinds that a fresh one brings along inside it, in order.</summary>
    public IReadOnlyList<string> StartsWith { get; init; } = [];

    /// <summary>Only on pages of these path kinds, such as <c>a</c>; empty for all.</summary>
    public IReadOnlyList<string> OnlyOnPaths { get; init; } = [];
}

/// <summary>Shelves of the palette, in their order.</summary>
public static class BlockGroups
{
    /// <summary>Words and pictures.</summary>
    public const string Content = "content";

    /// <summary>Cars, prices, dealers.</summary>
    public const string Vehicle = "vehicle";

    /// <summary>Forms, surveys, countdowns: what people take part in.</summary>
    public const string Interaction = "interaction";

    /// <summary>Columns, tabs: what other blocks stand in.</summary>
    public const string Layout = "layout";

    /// <summary>Rules, footer, bars, sharing: what belongs to the whole page.</summary>
    public const string Page = "page";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Content, Vehicle, Interaction, Layout, Page];
}
