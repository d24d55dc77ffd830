using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>A consent as it was given, with its proof (domain language §16). A withdrawal is another record; the newest counts.</summary>
[AppendOnly, NotAudited]
internal sealed class ConsentRecord : TenantEntity
{
    public Guid CustomerId { get; private set; }

    public string Purpose { get; private set; } = "";

    public string TextVersion { get; private set; } = "";

    /// <summary>Where it was given, such as <c>activity_form</c>.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>What proves it: the sign-up that carried the tick.</summary>
    public Guid ProofId { get; private set; }

    /// <summary><c>given</c> or <c>withdrawn</c>.</summary>
    public string Status { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
