using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Domain;

/// <summary>A person's entry; one for each phone and activity. Rows are written by <c>SignUpRows</c>, and moved under the lock of the activity's row.</summary>
internal sealed class SignUp : TenantEntity, IDealerScoped
{
    public Guid ActivityId { get; private set; }

    public SignUpState State { get; private set; }

    /// <summary>The session, where the activity has any.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Since when the person stands in line; who signs up again stands at its end.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>Answers to the questions of the activity's kind, as JSON by the question's name. Shown, never filtered by.</summary>
    public string Answers { get; private set; } = "{}";

    [Personal]
    public string NameSealed { get; private set; } = "";

    public string NameMask { get; private set; } = "";

    [Personal]
    public string PhoneSealed { get; private set; } = "";

    public string PhoneHash { get; private set; } = "";

    public string PhoneTail { get; private set; } = "";

    public string PhoneMask { get; private set; } = "";

    /// <summary>What was ticked, as JSON: <c>[{ "purpose", "textVersion" }]</c>. Shown, never filtered by.</summary>
    public string Consents { get; private set; } = "[]";

    /// <summary>Whether the person may be called: else no lead is made.</summary>
    public bool MayBeContacted { get; private set; }

    public Guid? DealerId { get; private set; }

    public string? Province { get; private set; }

    public string? City { get; private set; }

    public string? District { get; private set; }

    public string? SeriesCode { get; private set; }

    public string? PurchaseWindow { get; private set; }

    public string TraceId { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Moves the sign-up on.</summary>
    /// <returns>Why not, or null where it was done.</returns>
    public Refusal? Move(SignUpAct act)
    {
        if (SignUpTransitions.Find(State, act) is not { } to)
        {
            return ActivityRefusals.SignUpCannotMoveNow;
        }

        State = to;
        return null;
    }
}
