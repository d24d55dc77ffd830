using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Notices;

/// <summary>Marks the person's own notices as read.</summary>
internal sealed class ReadNotices(IDbContextFactory<PlatformDb> dbs, CurrentUser user, TimeProvider clock)
{
    /// <param name="noticeId">One of them; null for all.</param>
    /// <param name="ct">Cancels before the change.</param>
    public async Task RunAsync(Guid? noticeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Notifications
            .Where(n => n.AccountId == user.Id && n.ReadAt == null && (noticeId == null || n.Id == noticeId))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        db.Announce(PlatformTopics.User(user.Id), "read");
        await db.SaveAsync(ct);
    }
}
