namespace AutoPortal.Kernel.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="NextAfter">What to ask for to get the next page; null when this is the last one.</param>
/// <param name="Total">All rows under these filters; null where counting them would cost too much.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? NextAfter, long? Total = null)
{
    /// <summary>A page without rows.</summary>
    public static Page<T> Empty { get; } = new([], null, 0);
}
