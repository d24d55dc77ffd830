namespace AutoPortal.Platform.Tests;

/// <summary>The machine's clock, put forward by a test.</summary>
internal sealed class MovingClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
