using AutoPortal.Kernel.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Platform.Organisation;

/// <summary>The clock of <see cref="FinishLeavings"/>: at start, and soon after each midnight in Shanghai.</summary>
internal sealed partial class LeavingDays(FinishLeavings leavings, TimeProvider clock, ILogger<LeavingDays> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? finishedOn = null;
        using var ticks = new PeriodicTimer(LookEvery, clock);
        do
        {
            var today = ShanghaiTime.DateOf(clock.GetUtcNow());
            if (finishedOn == today)
            {
                continue;
            }

            try
            {
                await leavings.RunAsync(stoppingToken);
                finishedOn = today;
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                Failed(fault);
            }
        }
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Leavings of the day were not finished; again in a minute")]
    private partial void Failed(Exception fault);
}
