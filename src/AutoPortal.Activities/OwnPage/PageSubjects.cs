using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Edit;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.OwnPage;

/// <summary>Activities that still want a page, for the page library.</summary>
internal sealed class PageSubjects(IDbContextFactory<ActivitiesDb> dbs, IPageDirectory pages, ActivityPageWords words, CurrentScope scope) : IPageSubjects
{
    private const int Most = 100;

    // Those whose page is still a draft made in the library are told apart only afterwards.
    private const int LookedAt = 400;

    public async Task<IReadOnlyList<PageSubject>> WithoutPageAsync(CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return [];
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var open = await db.Activities.AsNoTracking().Seen(scope)
            .Where(a => a.PageId == null && (a.State == ActivityState.Draft || a.State == ActivityState.Reviewing || a.State == ActivityState.Scheduled || a.State == ActivityState.Running || a.State == ActivityState.Paused))
            .Where(a => scope.SeesAllDealers || a.Scope == ActivityScopes.DealerOwn)
            .OrderByDescending(a => a.Id).Take(LookedAt).ToListAsync(ct);
        var theirs = open.Where(a => ActivityReach.Owns(scope, a.Scope, a.DealerIds)).ToList();
        var drafted = (await pages.ListBySubjectAsync(theirs.ConvertAll(a => a.Id), ct)).Select(p => p.SubjectId).ToHashSet();
        return [.. theirs.Where(a => !drafted.Contains(a.Id)).Take(Most).Select(words.Subject)];
    }
}
