using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Places;

/// <summary>Every move of a sign-up leaves its step and tells others.</summary>
internal static class SignUpMoves
{
    /// <returns>Why not, or null where it was done.</returns>
    public static Refusal? Move(ActivitiesDb db, SignUp signUp, SignUpAct act, string reason, string byName, DateTimeOffset now)
    {
        var from = signUp.State;
        if (signUp.Move(act) is { } refusal)
        {
            return refusal;
        }

        db.SignUpSteps.Add(new(Ids.New(now), signUp.ActivityId, signUp.Id, from, signUp.State, byName, reason, now));
        db.Publish(new SignUpMoved(signUp.Id, signUp.ActivityId, signUp.PhoneHash, SignUpStates.Of(from), SignUpStates.Of(signUp.State), reason, now));
        return null;
    }
}
