using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Domain;

/// <summary>One version's way to the public: who asked, who allowed it, from when until when.</summary>
internal sealed class PageRelease : TenantEntity
{
    /// <summary>Longest note of an author, and longest reason of a reviewer.</summary>
    public const int NoteLength = 500;

    private PageRelease()
    {
    }

    private PageRelease(Guid id, Guid pageId, int version, Guid? by, DateTimeOffset at)
    {
        Id = id;
        PageId = pageId;
        Version = version;
        SubmittedBy = by;
        SubmittedAt = at;
    }

    public Guid PageId { get; private set; }

    /// <summary>Number of the version; fixed with the submission, so that what was reviewed is what is shown.</summary>
    public int Version { get; private set; }

    public ReleaseState State { get; private set; }

    /// <summary>From when the public sees it; null for at once.</summary>
    public DateTimeOffset? LiveFrom { get; private set; }

    /// <summary>The first moment at which the public no longer sees it; null for no end.</summary>
    public DateTimeOffset? LiveUntil { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public string Note { get; private set; } = "";

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was sent back, or why an earlier version came back.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When the public first saw it by this release.</summary>
    public DateTimeOffset? WentLiveAt { get; private set; }

    /// <summary>A version handed in for review.</summary>
    public static PageRelease Submit(Guid id, PageVersion version, ReleaseWish wish, Guid? by, DateTimeOffset at) => new(id, version.PageId, version.Number, by, at)
    {
        State = ReleaseState.Reviewing,
        LiveFrom = wish.LiveFrom,
        LiveUntil = wish.LiveUntil,
        Note = wish.Note,
    };

    /// <summary>A version that goes before the public without a review: it had one before, or the program itself publishes it.</summary>
    public static PageRelease Direct(Guid id, Guid pageId, int version, Guid? by, DateTimeOffset at, string reason = "") => new(id, pageId, version, by, at)
    {
        State = ReleaseState.Live,
        DecidedBy = by,
        DecidedAt = at,
        WentLiveAt = at,
        Reason = reason,
    };

    /// <summary>Lets the version through, now or at its time.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Approve(Guid? by, DateTimeOffset at)
    {
        if (by is not null && by == SubmittedBy)
        {
            return PageRefusals.NobodyReviewsTheirOwn;
        }

        if (LiveUntil <= at)
        {
            return PageRefusals.PeriodIsOver;
        }

        if (Move(LiveFrom > at ? ReleaseMove.Schedule : ReleaseMove.GoLive, at) is { } refusal)
        {
            return refusal;
        }

        (DecidedBy, DecidedAt) = (by, at);
        return null;
    }

    /// <summary>Sends the version back to its author.</summary>
    public Refusal? Reject(Guid? by, string reason, DateTimeOffset at)
    {
        if (Move(ReleaseMove.Reject, at) is { } refusal)
        {
            return refusal;
        }

        (DecidedBy, DecidedAt, Reason) = (by, at, reason);
        return null;
    }

    /// <summary>Moves the release on.</summary>
    public Refusal? Move(ReleaseMove move, DateTimeOffset at)
    {
        if (ReleaseTransitions.Find(State, move) is not { } to)
        {
            return PageRefusals.ReleaseCannotMoveNow;
        }

        State = to;
        if (to is ReleaseState.Live)
        {
            WentLiveAt ??= at;
        }

        return null;
    }
}

/// <summary>What an author asks for with a submission.</summary>
/// <param name="Note">What was changed and why, for the reviewer.</param>
/// <param name="LiveFrom">From when; null for at once.</param>
/// <param name="LiveUntil">Until when; null for no end.</param>
internal sealed record ReleaseWish(string Note = "", DateTimeOffset? LiveFrom = null, DateTimeOffset? LiveUntil = null);
