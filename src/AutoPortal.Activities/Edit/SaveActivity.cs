using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Places;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Edit;

/// <summary>How saving ended: the activity, or what to mend.</summary>
public sealed record SaveAnswer(Guid? ActivityId, IReadOnlyList<FieldError> Errors, Refusal? Refusal)
{
    internal static SaveAnswer Refused(Refusal refusal) => new(null, [], refusal);

    internal static SaveAnswer ToMend(IReadOnlyList<FieldError> errors) => new(null, errors, ActivityRefusals.IsIncomplete);
}

/// <summary>Makes an activity, or writes what was changed; the engine is the same for every kind.</summary>
internal sealed class SaveActivity(IDbContextFactory<ActivitiesDb> dbs, KindCatalog kinds, SessionPlan sessions, WaitingRoom waiting, CurrentScope scope, TimeProvider clock)
{
    /// <param name="activityId">Null makes a new one.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="draft">As typed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SaveAnswer> RunAsync(Guid? activityId, int version, ActivityDraft draft, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return SaveAnswer.Refused(Refusal.NotAllowed);
        }

        if (kinds.Find(draft.Kind) is not { } kind)
        {
            return SaveAnswer.Refused(ActivityRefusals.NotFound);
        }

        var errors = DraftCheck.Run(draft, kind);
        if (errors.Count > 0)
        {
            return SaveAnswer.ToMend(errors);
        }

        if (!ActivityReach.Owns(scope, draft.Scope, draft.Dealers))
        {
            return SaveAnswer.Refused(ActivityRefusals.BelongsToHeadquarters);
        }

        try
        {
            return activityId is { } id ? await ChangeAsync(id, version, kind, draft, ct) : await MakeAsync(kind, draft, ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return SaveAnswer.ToMend([new(PlanFields.Slug, ActivityRefusals.SlugIsTaken)]);
        }
    }

    private async Task<SaveAnswer> MakeAsync(ActivityKind kind, ActivityDraft draft, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var activity = new Activity(Ids.New(clock), draft.ToPlan(kinds), scope.UserId);
        db.Activities.Add(activity);
        await sessions.WriteAsync(db, activity, kind, draft, isFixed: false, ct);
        return await SaveAsync(db, activity, ct);
    }

    private async Task<SaveAnswer> ChangeAsync(Guid activityId, int version, ActivityKind kind, ActivityDraft draft, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.LockAsync(activityId, ct) is not { } found || !ActivityReach.Sees(scope, found))
        {
            return SaveAnswer.Refused(ActivityRefusals.NotFound);
        }

        if (!ActivityReach.Owns(scope, found.Scope, found.DealerIds))
        {
            return SaveAnswer.Refused(ActivityRefusals.BelongsToHeadquarters);
        }

        if (found.Version != version)
        {
            return SaveAnswer.Refused(Refusal.ChangedMeanwhile);
        }

        var activity = await db.Activities.SingleAsync(a => a.Id == activityId, ct);
        var isFixed = activity.State is not ActivityState.Draft;
        // What a session kind stores as quota is the sum of its sessions, not what stands in a field that it does not show.
        var plan = draft.ToPlan(kinds) with { Quota = kind.Uses(KindParts.Sessions) && draft.Used.Any() ? activity.Quota : draft.Quota ?? 0 };
        var errors = activity.Change(plan, isFixed ? null : scope.UserId, (one, other) => kinds.AreAlike(kind.Code, one, other)).Concat(isFixed ? await sessions.CheckFixedAsync(db, activity, draft, ct) : []).ToList();
        if (errors.Count > 0)
        {
            return errors is [{ Field: "" } whole, ..] ? SaveAnswer.Refused(whole.Why) : SaveAnswer.ToMend(errors);
        }

        await sessions.WriteAsync(db, activity, kind, draft, isFixed, ct);
        return await SaveAsync(db, activity, ct);
    }

    private async Task<SaveAnswer> SaveAsync(ActivitiesDb db, Activity activity, CancellationToken ct)
    {
        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        db.Announce(ActivityTopics.SignUps, "");
        var saved = await db.SaveAsync(ct);
        if (!saved.IsOk)
        {
            return SaveAnswer.Refused(saved.Refusal);
        }

        // More places are offered to those who wait, before newcomers find them.
        await waiting.OfferAsync(activity.Id, ct);
        return new(activity.Id, [], null);
    }
}
