using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Public;

/// <summary>A page that is being drawn or was drawn; good as long as tenant and publication are those that it was begun with.</summary>
internal sealed class PageDrawing(PageAddress address, PagePlace place, TenantFacts tenant, PageGeneration generation, DateTimeOffset until)
{
    private readonly TaskCompletionSource<DrawingEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PageAddress Address => address;

    public PagePlace Place => place;

    public TenantFacts Tenant => tenant;

    public PageGeneration Generation => generation;

    public DateTimeOffset Until => until;

    /// <summary>What became of it.</summary>
    public Task<DrawingEnd> End => _end.Task;

    /// <summary>Memory that it takes; none while it is drawn.</summary>
    public long Bytes => End.IsCompletedSuccessfully ? End.Result.Page?.Bytes ?? 0 : 0;

    public void Finish(DrawingEnd end) => _end.TrySetResult(end);
}

/// <summary>What became of a drawing.</summary>
/// <param name="Page">The page, where it may be kept.</param>
/// <param name="WasGivenUp">Whoever drew it failed or hung up: the next one draws.</param>
internal sealed record DrawingEnd(DrawnPage? Page, bool WasGivenUp)
{
    public static readonly DrawingEnd NotToKeep = new(null, WasGivenUp: false);

    public static readonly DrawingEnd GivenUp = new(null, WasGivenUp: true);
}
