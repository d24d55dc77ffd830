using AutoPortal.Kernel.Data;

namespace AutoPortal.Channels.Captured;

/// <summary>A message that went nowhere but here. Recipient and text are sealed: the text may hold a code.</summary>
[NotAudited, AppendOnly]
internal sealed class CapturedMessage : TenantEntity
{
    public string Channel { get; private set; } = "";

    public string RecipientSealed { get; private set; } = "";

    public string RecipientHash { get; private set; } = "";

    public string RecipientTail { get; private set; } = "";

    public string SubjectSealed { get; private set; } = "";

    public string TextSealed { get; private set; } = "";

    public string IdempotencyKey { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
