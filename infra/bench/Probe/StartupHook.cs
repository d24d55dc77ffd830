using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using System.Text.Json;

/// <summary>
/// Looks into a measured process from outside, the same way for the portal and for the samples, so that neither needs an endpoint for it:
/// loaded by DOTNET_STARTUP_HOOKS, asked by SIGUSR2, answers in the file named by BENCH_PROBE.
/// </summary>
internal static class StartupHook
{
    private const PosixSignal Ask = (PosixSignal)12;
    private static readonly Dictionary<string, long> Counts = [];
    private static readonly Lock Gate = new();
    private static PosixSignalRegistration? _registration;
    private static MeterListener? _listener;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("BENCH_PROBE") is not { Length: > 0 } file)
        {
            return;
        }

        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("AutoPortal", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument.Name, value));
        _listener.Start();
        _registration = PosixSignalRegistration.Create(Ask, signal =>
        {
            signal.Cancel = true;
            Answer(file);
        });
    }

    private static void Count(string name, long value)
    {
        lock (Gate)
        {
            Counts[name] = Counts.GetValueOrDefault(name) + value;
        }
    }

    private static void Answer(string file)
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        string json;
        lock (Gate)
        {
            json = JsonSerializer.Serialize(new { HeapBytes = GC.GetTotalMemory(forceFullCollection: true), Counts });
        }

        var draft = file + ".new";
        File.WriteAllText(draft, json);
        File.Move(draft, file, overwrite: true);
    }
}
