using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Platform.Imports;

/// <summary>How imports run on this node.</summary>
public sealed class ImportOptions
{
    /// <summary>Rows of a batch: one transaction.</summary>
    [Range(10, 10_000)]
    public int BatchRows { get; init; } = 1_000;

    /// <summary>Largest file, in megabytes.</summary>
    [Range(1, 1_000)]
    public int MaxFileMegabytes { get; init; } = 100;

    /// <summary>Largest upload: the file with what the form adds. A file that is a little too large comes far enough to be answered in words.</summary>
    public long MaxRequestBytes => (MaxFileMegabytes + 8) * 1024L * 1024;

    /// <summary>Runs at work at once on a node; a tenant has one at a time.</summary>
    [Range(1, 16)]
    public int Workers { get; init; } = 2;

    /// <summary>For how long a node that says nothing is believed to work; one that works says so three times meanwhile.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often nodes look for runs that another one left.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(10);
}
