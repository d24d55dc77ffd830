using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Customers;

/// <summary>Limits of what browsers may tell, and how long it is kept.</summary>
public sealed class CustomersOptions
{
    /// <summary>Bytes of one post.</summary>
    [Range(1_024, 10_000_000)]
    public int CollectBytes { get; init; } = 64 * 1024;

    /// <summary>Events of one post.</summary>
    [Range(1, 10_000)]
    public int EventsPerPost { get; init; } = 100;

    /// <summary>Posts from one network address to one tenant within a minute. Generous: thousands of phones of a mobile network share one.</summary>
    [Range(1, 100_000_000)]
    public int CollectPostsPerClientMinute { get; init; } = 6_000;

    /// <summary>Events of one tenant that one node takes within a second; other tenants do not wait for them.</summary>
    [Range(1, 100_000_000)]
    public int EventsPerTenantSecond { get; init; } = 20_000;

    /// <summary>Events of one tenant that may wait for their commit on one node; more are asked to come back.</summary>
    [Range(1, 10_000_000)]
    public int EventsWaiting { get; init; } = 50_000;

    /// <summary>Events that are committed together at most.</summary>
    [Range(1, 100_000)]
    public int EventsPerBatch { get; init; } = 5_000;

    /// <summary>How long one commit may take; a longer one is rolled back.</summary>
    public TimeSpan EventBatchWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Days for which events and visits are kept; what they were counted as stays.</summary>
    [Range(30, 3_650)]
    public int KeepEventDays { get; init; } = 400;

    /// <summary>Days for which events wait in quarantine for a schema.</summary>
    [Range(1, 365)]
    public int KeepQuarantineDays { get; init; } = 30;
}
