using System.Diagnostics.Metrics;

namespace AutoPortal.Kernel;

/// <summary>The house's own counters, under the meter <c>AutoPortal</c>.</summary>
public sealed class PortalMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "AutoPortal";

    private readonly Counter<long> _delivered;
    private readonly Counter<long> _died;

    /// <summary>Makes the meter.</summary>
    public PortalMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(MeterName);
        _delivered = Meter.CreateCounter<long>("portal.outbox.delivered", "{message}", "Messages that every handler has had");
        _died = Meter.CreateCounter<long>("portal.outbox.dead_letters", "{message}", "Messages given up");
    }

    /// <summary>For counters of the modules.</summary>
    public Meter Meter { get; }

    internal void Delivered(string schema, int count) => _delivered.Add(count, new KeyValuePair<string, object?>("module", schema));

    internal void Died(string schema) => _died.Add(1, new KeyValuePair<string, object?>("module", schema));
}
