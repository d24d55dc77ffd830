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
        var told = words.Where(w => w.PathKind == PagePaths.Activity && w.SubjectId is not null).ToList();
        if (told.Count > 0)
        {
            await db.Sql().ExecuteAsync(
                """
                update activities.activities a set page_id = w.page_id, is_page_public = w.is_public, page_told_at = w.at
                from (
                    select distinct on (subject_id, slug) page_id, subject_id, slug, is_public, at
                    from unnest(@pages, @subjects, @slugs, @publics, @ats) as told (page_id, subject_id, slug, is_public, at)
                    order by subject_id, slug, at desc
                ) w
                where {tenant:a} and a.id = w.subject_id and a.slug = w.slug and (a.page_told_at is null or a.page_told_at < w.at)
                """,
                new
                {
                    pages = told.Select(w => w.PageId).ToArray(),
                    subjects = told.Select(w => w.SubjectId!.Value).ToArray(),
                    slugs = told.Select(w => w.Slug).ToArray(),
                    publics = told.Select(w => w.IsPublic).ToArray(),
                    ats = told.Select(w => w.At).ToArray(),
                },
                ct);
            db.Announce(ActivityTopics.SignUps, "");
        }

        await db.SaveAsync(ct);
    }

    private sealed record Word(Guid PageId, string PathKind, string Slug, Guid? SubjectId, bool IsPublic, DateTimeOffset At);
}
