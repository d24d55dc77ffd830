using AutoPortal.Kernel.Messaging;
using BenchmarkDotNet.Attributes;

namespace AutoPortal.Benchmarks;

/// <summary>Events into and out of their stored form.</summary>
public class OutboxBenchmarks
{
    private static readonly SomethingHappened Event = new(
        new Guid("0198a000-0000-7000-8000-000000000001"),
        "晨星秋季试驾",
        "王**",
        "138****8000",
        ["lead_contact", "marketing_sms"],
        new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));

    private readonly string _stored = EventTypes.Serialize(Event);

    [Benchmark]
    public string Write() => EventTypes.Serialize(Event);

    [Benchmark]
    public object Read() => EventTypes.Deserialize<SomethingHappened>(_stored);

    /// <summary>As large and as mixed as the events that sign-ups send.</summary>
    [EventType("benchmarks.something_happened")]
    internal sealed record SomethingHappened(Guid Id, string Title, string NameMask, string PhoneMask, IReadOnlyList<string> Consents, DateTimeOffset At) : IntegrationEvent
    {
        public override string AggregateKey => Id.ToString("N");
    }
}
