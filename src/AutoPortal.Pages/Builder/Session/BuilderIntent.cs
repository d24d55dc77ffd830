namespace AutoPortal.Pages.Builder.Session;

/// <summary>What the hands did, as the browser tells it: <c>put</c>, <c>paste</c>, <c>move</c>, <c>duplicate</c>, <c>delete</c>, <c>undo</c>, <c>redo</c>.</summary>
public sealed record BuilderIntent
{
    /// <summary>Which of them.</summary>
    public string Act { get; init; } = "";

    /// <summary>The blocks that are meant, in the order of the page.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The block to stand in.</summary>
    public string? Parent { get; init; }

    /// <summary>Before which of its children, as they stand now.</summary>
    public int Index { get; init; }

    /// <summary>Kind of a new block.</summary>
    public string? Kind { get; init; }

    /// <summary>What was copied.</summary>
    public string? Blocks { get; init; }

    /// <summary>Number of the draft that the person saw.</summary>
    public int? Seen { get; init; }
}

/// <summary>What the browser is told about it. Property names are those of the script.</summary>
internal sealed record BuilderReply
{
    /// <summary>How the canvas changes.</summary>
    public Canvas.CanvasPatch? Patch { get; init; }

    /// <summary>What to choose afterwards.</summary>
    public IReadOnlyList<string>? Select { get; init; }

    /// <summary>Words for those who listen.</summary>
    public string? Say { get; init; }
}
