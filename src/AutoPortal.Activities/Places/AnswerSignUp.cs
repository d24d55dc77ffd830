using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Places;

/// <summary>Takes an offered place, turns it down, gives a place back, or confirms one. A place that comes free is offered on at once.</summary>
internal sealed class AnswerSignUp(IDbContextFactory<ActivitiesDb> dbs, WaitingRoom waiting, CurrentScope scope, TimeProvider clock)
{
    /// <summary>The person takes the place that is held for them.</summary>
    public Task<Outcome> AcceptAsync(Guid signUpId, CancellationToken ct)
        => RunAsync(signUpId, (db, signUp, offer) => offer is null
            ? Task.FromResult<Refusal?>(ActivityRefusals.OfferIsOver)
            : CloseAsync(db, signUp, offer, SignUpAct.Accept, OfferStates.Accepted, StepReasons.Accepted, ct), ct);

    /// <summary>The person does not want the offered place, and leaves the line.</summary>
    public Task<Outcome> DeclineAsync(Guid signUpId, CancellationToken ct)
        => RunAsync(signUpId, (db, signUp, offer) => offer is null
            ? Task.FromResult<Refusal?>(ActivityRefusals.OfferIsOver)
            : CloseAsync(db, signUp, offer, SignUpAct.Cancel, OfferStates.Declined, StepReasons.Declined, ct), ct);

    /// <summary>Gives the place, or the place in the line, back; by the person, or by a colleague for the person.</summary>
    public Task<Outcome> CancelAsync(Guid signUpId, CancellationToken ct)
        => RunAsync(signUpId, (db, signUp, offer) => CloseAsync(db, signUp, offer, SignUpAct.Cancel, OfferStates.Withdrawn, scope.UserId is null ? StepReasons.OwnWish : StepReasons.ByStaff, ct), ct);

    /// <summary>A colleague confirms a sign-up that waits for it.</summary>
    public Task<Outcome> ConfirmAsync(Guid signUpId, CancellationToken ct)
        => RunAsync(signUpId, (db, signUp, offer) => CloseAsync(db, signUp, null, SignUpAct.Confirm, "", StepReasons.ByStaff, ct), ct);

    private async Task<Outcome> RunAsync(Guid signUpId, Func<ActivitiesDb, SignUp, WaitingOffer?, Task<Refusal?>> act, CancellationToken ct)
    {
        // Consumers come here only with a signed link or signed in, and their own sign-up; staff by permission.
        if (scope.Reach is not Reach.Consumer && !scope.May(ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.SignUps.AsNoTracking().Where(s => s.Id == signUpId).Select(s => (Guid?)s.ActivityId).SingleOrDefaultAsync(ct) is not { } activityId
            || await db.LockAsync(activityId, ct) is not { } activity)
        {
            return ActivityRefusals.SignUpNotFound;
        }

        var signUp = await db.SignUps.SingleAsync(s => s.Id == signUpId, ct);
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.SignUpId == signUpId && o.State == OfferStates.Open && o.ExpiresAt > clock.GetUtcNow(), ct);
        if (await act(db, signUp, offer) is { } refusal)
        {
            return refusal;
        }

        db.Announce(ActivityTopics.SignUps, "");
        db.Announce(PublicPageWords.Topic, PublicPageWords.Of(PagePaths.Activity, activity.Slug));
        var saved = await db.SaveAsync(ct);
        if (saved.IsOk)
        {
            await waiting.OfferAsync(activityId, ct);
        }

        return saved;
    }

    private async Task<Refusal?> CloseAsync(ActivitiesDb db, SignUp signUp, WaitingOffer? offer, SignUpAct act, string offerState, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hadPlace = SignUpTransitions.HoldsPlace(signUp.State) || offer is not null;
        if (SignUpMoves.Move(db, signUp, act, reason, scope.UserId is null ? "" : scope.Facts.UserName, now) is { } refusal)
        {
            return refusal;
        }

        offer?.Close(offerState, now);
        if (hadPlace && !SignUpTransitions.HoldsPlace(signUp.State))
        {
            await db.ReleaseAsync(signUp.ActivityId, signUp, ct);
        }

        return null;
    }
}
