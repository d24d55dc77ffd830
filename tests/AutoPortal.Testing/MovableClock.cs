namespace AutoPortal.Testing;

/// <summary>The real time, moved on by a test.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by) => _ahead += by;
}
