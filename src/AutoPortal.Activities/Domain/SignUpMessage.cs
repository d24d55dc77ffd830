using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.Domain;

/// <summary>What was told to a person about a sign-up, and whether it went out. The words themselves are kept by Channels, sealed.</summary>
[AppendOnly, NotAudited]
internal sealed class SignUpMessage : TenantEntity
{
    private SignUpMessage()
    {
    }

    public SignUpMessage(Guid id, Guid signUpId, string kind, string outcome, DateTimeOffset at)
    {
        Id = id;
        SignUpId = signUpId;
        Kind = kind;
        Outcome = outcome;
        At = at;
    }

    public Guid SignUpId { get; private set; }

    /// <summary>Such as <c>confirmed</c>; the resource key is <c>message.{kind}</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary><c>sent</c>, <c>no_consent</c>, or the refusal's code.</summary>
    public string Outcome { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
