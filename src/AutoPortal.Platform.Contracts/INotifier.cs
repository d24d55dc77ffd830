namespace AutoPortal.Platform.Contracts;

/// <summary>Puts a notice into a person's bell; open screens show it at once.</summary>
public interface INotifier
{
    /// <summary>Stores the notices in the scope's tenant and tells their screens. A notice whose key the person already has is left as it is.</summary>
    Task NotifyAsync(IReadOnlyList<Notice> notices, CancellationToken ct);
}

/// <summary>A notice to one person.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Key">The caller's key, at most 100 characters: the same notice again is not shown twice.</param>
/// <param name="Code">A code declared with <see cref="NoticeSetup.AddNotices{TTexts}"/>, such as <c>leads.assigned</c>.</param>
/// <param name="Values">Values for the placeholders of the words, in order; names and masked numbers at most, never a full phone.</param>
/// <param name="Href">Where a click leads, such as <c>/app/leads/…</c>.</param>
public sealed record Notice(Guid UserId, string Key, string Code, IReadOnlyList<string> Values, string Href);
