using AutoPortal.Activities.Data;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.OwnPage;

/// <summary>Asks once about pages that were made before activities listened to what becomes of them.</summary>
internal sealed class LearnPages(IDbContextFactory<ActivitiesDb> dbs, IPageDirectory pages, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>Whether more may be due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // The rows are locked before Pages is asked: a word that comes meanwhile waits, and has the last say.
        var ids = await db.Sql().QueryAsync<Guid>(
            "select a.id from activities.activities a where {tenant:a} and a.page_id is not null and a.page_told_at is null order by a.id limit @most for update skip locked",
            new { most = BatchSize }, ct);
        if (ids.Count == 0)
        {
            return false;
        }

        var shown = (await pages.ListBySubjectAsync(ids, ct)).Where(p => p.IsPublished).Select(p => p.Id).ToArray();
        await db.Sql().ExecuteAsync(
            "update activities.activities a set is_page_public = a.page_id = any(@shown), page_told_at = @now where {tenant:a} and a.id = any(@ids)",
            new { shown, ids = ids.ToArray(), now = clock.GetUtcNow() }, ct);
        db.Announce(ActivityTopics.SignUps, "");
        await db.SaveAsync(ct);
        return ids.Count == BatchSize;
    }
}
