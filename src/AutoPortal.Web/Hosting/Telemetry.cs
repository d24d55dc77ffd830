using AutoPortal.Kernel;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AutoPortal.Web.Hosting;

/// <summary>Traces and metrics to an OTLP collector, when one is named by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        void To(OtlpExporterOptions exporter) => exporter.Endpoint = new Uri(endpoint);
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource("AutoPortal.*", "Microsoft.AspNetCore", "Npgsql").AddOtlpExporter(To).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(PortalMetrics.MeterName, "Microsoft.AspNetCore.*", "Npgsql").AddOtlpExporter(To).Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Providers live from start to stop: made eagerly, flushed when the container disposes them.</summary>
    private sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2_000);
            metrics.ForceFlush(2_000);
            return Task.CompletedTask;
        }
    }
}
