using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Platform.Exports;

/// <summary>How exports run on this node.</summary>
public sealed class ExportOptions
{
    /// <summary>Exports at work at once on a node; a tenant has one at a time.</summary>
    [Range(1, 16)]
    public int Workers { get; init; } = 2;

    /// <summary>Orders that one person may have waiting or at work.</summary>
    [Range(1, 1_000)]
    public int MostOpen { get; init; } = 20;

    /// <summary>Rows of a sheet, header included; what goes beyond comes on a further sheet.</summary>
    [Range(2, 1_048_576)]
    public int SheetRows { get; init; } = 1_048_576;

    /// <summary>For how long a node that says nothing is believed to work; one that works says so three times meanwhile.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often a node says how far it came.</summary>
    public TimeSpan TellEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often nodes look for exports that another one left.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(10);
}
