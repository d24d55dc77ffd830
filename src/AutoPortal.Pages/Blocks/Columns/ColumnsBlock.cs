using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Blocks.Columns;

/// <summary>Up to four columns side by side where there is room, one below the other where there is not.</summary>
public sealed record ColumnsBlock : Block
{
    /// <summary><c>equal</c>, <c>wide_first</c> or <c>wide_last</c>.</summary>
    [Choices("equal", "wide_first", "wide_last"), Look]
    public string Widths { get; init; } = "equal";

    /// <summary><c>top</c>, <c>center</c> or <c>stretch</c>.</summary>
    [Choices("top", "center", "stretch"), Look]
    public string Align { get; init; } = "top";

    /// <summary>Two beside each other on a phone, too; for short things only.</summary>
    [Look]
    public bool IsPairedOnPhone { get; init; }
}

/// <summary>One column; what stands in it measures the column and not the page.</summary>
public sealed record ColumnBlock : Block
{
    /// <summary><c>plain</c> or <c>card</c>.</summary>
    [Choices("plain", "card"), Look]
    public string Ground { get; init; } = "plain";
}
