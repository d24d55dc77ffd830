using AutoPortal.Channels.Captured;
using AutoPortal.Channels.Contracts;
using AutoPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Channels.Tests;

/// <summary>Channels alone on a real database, with a clock that tests move.</summary>
public sealed class ChannelsFixture() : ModuleFixture(new ChannelsModule())
{
    internal MovableClock Time { get; } = new();

    protected override TimeProvider Clock => Time;

    protected override void Configure(IServiceCollection services)
        => services.AddSingleton(Options.Create(new ChannelsOptions { CodesPerTenantMinute = 40 }));
}

internal sealed class MovableClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => new(new DateTime(2026, 10, 12, 2, 30, 5, DateTimeKind.Utc).AddTicks(Interlocked.Read(ref _offset)), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}

internal static class Reading
{
    /// <summary>The code that the person finds on the phone.</summary>
    public static async Task<string> CodeAsync(this TestTenant tenant, string phone)
        => (await tenant.Get<CapturedQueries>().LatestAsync(phone, default))!.Text.Split(' ')[1][..6];

    public static IPhoneCodes Codes(this TestTenant tenant) => tenant.Get<IPhoneCodes>();
}
