namespace AutoPortal.Pages.Builder.Canvas;

/// <summary>What a browser does to its canvas. Property names are those of the script.</summary>
internal sealed record CanvasPatch
{
    /// <summary>Number of the draft that it starts from.</summary>
    public required int From { get; init; }

    /// <summary>Number of the draft that it leads to.</summary>
    public required int Revision { get; init; }

    /// <summary>When that draft was saved, ISO 8601.</summary>
    public string SavedAt { get; init; } = "";

    /// <summary>Ids of the outermost blocks; null where they stay.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Blocks to put in the place of those with the same id, or anew.</summary>
    public IReadOnlyList<DrawnNode> Nodes { get; init; } = [];

    /// <summary>Address of the theme's style sheet; null where it stays.</summary>
    public string? Theme { get; init; }
}

/// <summary>One drawn block.</summary>
internal sealed record DrawnNode(string Html, CanvasTree Tree);

/// <summary>A whole canvas, as a browser fetches it when it opens a page or changes the language.</summary>
internal sealed record WholeCanvas(int Revision, string SavedAt, string Html, IReadOnlyList<CanvasTree> Tree, string Css, string CanvasCss, string Theme);
