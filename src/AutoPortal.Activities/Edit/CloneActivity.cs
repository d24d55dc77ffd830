using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Edit;

/// <summary>Makes a draft after an earlier activity, with all dates shifted by as many days; places start empty.</summary>
internal sealed class CloneActivity(IDbContextFactory<ActivitiesDb> dbs, Drafts drafts, SaveActivity save, IDealerDirectory dealers, CurrentScope scope)
{
    /// <param name="activityId">The earlier one.</param>
    /// <param name="opensOn">The day on which sign-up opens this time.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new draft's id.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid activityId, DateOnly opensOn, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        if (await drafts.ReadAsync(activityId, ct) is not { Draft: var draft })
        {
            return ActivityRefusals.NotFound;
        }

        Shift(draft, opensOn.DayNumber - DateOnly.FromDateTime(draft.SignUpFrom!.Value).DayNumber);
        draft.Slug = await FreeSlugAsync(draft.Slug, opensOn, ct);
        await LeaveOutTheGoneAsync(draft, ct);
        var saved = await save.RunAsync(null, 0, draft, ct);
        return saved.ActivityId is { } made ? made : saved.Errors is [var first, ..] ? first.Why : saved.Refusal!;
    }

    internal static void Shift(ActivityDraft draft, int days)
    {
        (draft.SignUpFrom, draft.SignUpUntil) = (draft.SignUpFrom?.AddDays(days), draft.SignUpUntil?.AddDays(days));
        (draft.RunsFrom, draft.RunsUntil) = (draft.RunsFrom?.AddDays(days), draft.RunsUntil?.AddDays(days));
        (draft.RedeemsFrom, draft.RedeemsUntil) = (draft.RedeemsFrom?.AddDays(days), draft.RedeemsUntil?.AddDays(days));
        foreach (var session in draft.Sessions)
        {
            (session.Id, session.On) = (null, session.On?.AddDays(days));
        }
    }

    // Dealers that left since then cannot take part again.
    private async Task LeaveOutTheGoneAsync(ActivityDraft draft, CancellationToken ct)
    {
        var open = (await dealers.ListAsync(draft.BrandId, ct)).Where(d => d.IsActive).Select(d => d.Id).ToHashSet();
        draft.Dealers.IntersectWith(open);
        if (!scope.SeesAllDealers)
        {
            draft.Scope = ActivityScopes.DealerOwn;
            draft.Dealers.Clear();
            draft.Dealers.UnionWith(scope.DealerIds);
        }
    }

    private async Task<string> FreeSlugAsync(string slug, DateOnly opensOn, CancellationToken ct)
    {
        var stem = slug.Length > 50 ? slug[..50] : slug;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var taken = await db.Activities.Where(a => a.Slug.StartsWith(stem)).Select(a => a.Slug).ToListAsync(ct);
        var wish = $"{stem}-{opensOn:yyMMdd}";
        for (var n = 2; taken.Contains(wish); n++)
        {
            wish = $"{stem}-{opensOn:yyMMdd}-{n}";
        }

        return wish;
    }
}
