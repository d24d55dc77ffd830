namespace AutoPortal.Pages.Contracts;

/// <summary>What visitors did on a page of the running scope's tenant. Answered by whoever keeps their events; views without script are not among them.</summary>
/// <remarks>Where no module keeps events, nothing is registered: ask for all implementations and take the first, if any.</remarks>
public interface IPageTraffic
{
    /// <summary>Figures of a page, seconds old at most. Who may see them is the caller's to decide.</summary>
    /// <param name="pageId">The page; one that nobody visited has zeros.</param>
    /// <param name="period">Days of Shanghai, both included.</param>
    /// <param name="ct">Cancels.</param>
    Task<PageTraffic> ReadAsync(Guid pageId, TrafficPeriod period, CancellationToken ct);
}

/// <summary>What period, and of which version.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Version">One version, or null for all of them.</param>
public sealed record TrafficPeriod(DateOnly From, DateOnly To, int? Version = null);

/// <summary>Figures of a page over a period.</summary>
/// <param name="Views">How often it was opened.</param>
/// <param name="Visitors">Browsers that opened it, of those that let themselves be counted; over all versions.</param>
/// <param name="VisibleFor">How long it stood before somebody's eyes, all views together.</param>
/// <param name="Days">Each day of the period, days without a view too.</param>
/// <param name="Blocks">Blocks that were seen or clicked, in no order.</param>
/// <param name="Steps">Steps of its forms that were reached, in no order.</param>
public sealed record PageTraffic(
    long Views,
    long Visitors,
    TimeSpan VisibleFor,
    IReadOnlyList<DayTraffic> Days,
    IReadOnlyList<BlockTraffic> Blocks,
    IReadOnlyList<FormStepTraffic> Steps);

/// <summary>One day of a page.</summary>
/// <param name="On">Day of Shanghai.</param>
/// <param name="Views">How often it was opened.</param>
public sealed record DayTraffic(DateOnly On, long Views);

/// <summary>Figures of one block.</summary>
/// <param name="BlockId">Its id in the document; it may have been taken off the page since.</param>
/// <param name="Exposures">Views in which half of it was in sight for a second.</param>
/// <param name="Clicks">Clicks on its links and buttons.</param>
/// <param name="VisibleFor">How long it was in sight, all views together.</param>
public sealed record BlockTraffic(string BlockId, long Exposures, long Clicks, TimeSpan VisibleFor)
{
    /// <summary>Clicks for each exposure, or null where it was never seen.</summary>
    public double? ClickRate => Exposures == 0 ? null : (double)Clicks / Exposures;
}

/// <summary>How often a step of a form was reached.</summary>
/// <param name="BlockId">The block that holds the form.</param>
/// <param name="Step"><c>start</c>, <c>field</c>, <c>submit</c> or <c>success</c>.</param>
/// <param name="Field">Name of the field that was filled in; empty for other steps.</param>
/// <param name="Count">Views in which it was reached.</param>
public sealed record FormStepTraffic(string BlockId, string Step, string Field, long Count);

/// <summary>The word on the live bus that visitors did something on pages of the tenant; no payload. It comes often: read anew at most once in a second.</summary>
public static class PageTrafficWords
{
    /// <summary>The topic.</summary>
    public const string Topic = "page_traffic";
}
