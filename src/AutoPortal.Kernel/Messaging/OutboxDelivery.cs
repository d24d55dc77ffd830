using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Delivers outboxes: woken by commits, swept every five seconds. Verbs never run it.</summary>
internal sealed partial class OutboxDelivery(
    OutboxWork work,
    OutboxPump pump,
    IOptions<OutboxOptions> options,
    TimeProvider clock,
    ILogger<OutboxDelivery> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var key = await work.TakeAsync(ct);
            var hasMore = false;
            try
            {
                hasMore = await pump.DeliverBatchAsync(key, ct);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                Interrupted(fault, key.Schema, key.TenantId);
            }
            finally
            {
                work.Done(key, hasMore);
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var key in await pump.FindWorkAsync(ct))
                {
                    work.Add(key);
                }
            }
            catch (NpgsqlException fault)
            {
                SweepFailed(fault);
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var bell = work.Sweeps.WaitToReadAsync(pause.Token).AsTask();
            await Task.WhenAny(bell, Task.Delay(options.Value.SweepEvery, clock, pause.Token));
            work.Sweeps.TryRead(out _);
            await pause.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery of {Schema} for {TenantId} was interrupted; the sweep takes it up again")]
    private partial void Interrupted(Exception fault, string schema, Guid tenantId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox sweep failed; again soon")]
    private partial void SweepFailed(Exception fault);
}
