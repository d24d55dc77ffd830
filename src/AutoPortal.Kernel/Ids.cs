namespace AutoPortal.Kernel;

/// <summary>Makes the ids of the house: UUIDv7, so that they sort by the moment they were made.</summary>
public static class Ids
{
    /// <summary>A new id of this moment.</summary>
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>A new id that sorts at <paramref name="at"/>; for history that is written later than it happened.</summary>
    public static Guid New(DateTimeOffset at) => Guid.CreateVersion7(at);
}
