using System.Diagnostics.Metrics;

namespace AutoPortal.Pages;

/// <summary>How often pages are really drawn; what the cache answers is not counted.</summary>
internal sealed class PagesMetrics(IMeterFactory meters)
{
    public const string MeterName = "AutoPortal.Pages";

    private readonly Counter<long> _renders = meters.Create(MeterName).CreateCounter<long>("pages.renders", description: "Consumer pages drawn");

    public void Rendered(string pathKind) => _renders.Add(1, new KeyValuePair<string, object?>("path_kind", pathKind));
}
