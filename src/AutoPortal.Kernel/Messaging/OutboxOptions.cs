using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Kernel.Messaging;

/// <summary>How events are delivered.</summary>
public sealed class OutboxOptions
{
    /// <summary>Messages of one tenant and module at once; a tenant with more stands in line again.</summary>
    [Range(1, 2_000)]
    public int BatchSize { get; init; } = 200;

    /// <summary>Outboxes worked on at once by one node.</summary>
    [Range(1, 64)]
    public int Workers { get; init; } = 4;

    /// <summary>Tries before a message becomes a dead letter.</summary>
    [Range(1, 50)]
    public int MaxAttempts { get; init; } = 8;

    /// <summary>How often all outboxes are looked through: the truth behind the wake-ups.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait after the first failure; doubled with each further one, at most five minutes.</summary>
    public TimeSpan FirstRetryAfter { get; init; } = TimeSpan.FromSeconds(1);
}
