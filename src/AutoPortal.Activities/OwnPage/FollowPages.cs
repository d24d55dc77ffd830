using AutoPortal.Activities.Data;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.OwnPage;

/// <summary>Learns that an activity's page came before the public or left it.</summary>
internal sealed class FollowPages(IDbContextFactory<ActivitiesDb> dbs) : IHandle<PagePublished>, IHandle<PageWithdrawn>
{
    public async Task HandleAsync(IReadOnlyList<Delivery<PagePublished>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await TakeAsync(db, (await db.TakeNewAsync(this, batch, ct)).Select(d => new Word(d.Event.PageId, d.Event.PathKind, d.Event.Slug, d.Event.SubjectId, true, d.Event.At)), ct);
    }

    public async Task HandleAsync(IReadOnlyList<Delivery<PageWithdrawn>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await TakeAsync(db, (await db.TakeNewAsync(this, batch, ct)).Select(d => new Word(d.Event.PageId, d.Event.PathKind, d.Event.Slug, d.Event.SubjectId, false, d.Event.At)), ct);
    }

    // The list leads to the activity's own address, so only the page there counts. A word that was overtaken by a later one changes nothing.
    private static async Task TakeAsync(ActivitiesDb db, IEnumerable<Word> words, CancellationToken ct)
    {
        foreach (var word in words.Where(w => w.PathKind == PagePaths.Activity && w.SubjectId is not null))
        {
            await db.Sql().ExecuteAsync(
                """
                update activities.activities a set page_id = @PageId, is_page_public = @IsPublic, page_told_at = @At
                where {tenant:a} and a.id = @SubjectId and a.slug = @Slug and (a.page_told_at is null or a.page_told_at < @At)
                """, word, ct);
            db.Announce(ActivityTopics.SignUps, "");
        }

        await db.SaveAsync(ct);
    }

    private sealed record Word(Guid PageId, string PathKind, string Slug, Guid? SubjectId, bool IsPublic, DateTimeOffset At);
}
