#pragma warning disable RS0030 // pg_notify touches no table and no tenant's row.
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Kernel.Messaging;

/// <summary>Sends the wake-ups of commits to all nodes, coalesced: at most one round trip in 10 ms.</summary>
internal sealed partial class Notifier(CommitSignals signals, NpgsqlDataSource source, TimeProvider clock, ILogger<Notifier> log) : BackgroundService
{
    public const string OutboxChannel = "portal_outbox";
    public const string LiveChannel = "portal_live";
    private static readonly TimeSpan CoalesceFor = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await signals.Bell.WaitToReadAsync(stoppingToken))
        {
            signals.Bell.TryRead(out _);
            var (outboxes, words) = signals.Take();
            try
            {
                await SendAsync(outboxes, words, stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                // The sweep delivers what the wake-up did not announce; open screens read anew after the listener reconnects.
                NotSent(fault, outboxes.Count + words.Count);
            }

            await Task.Delay(CoalesceFor, clock, stoppingToken);
        }
    }

    private async Task SendAsync(IReadOnlyList<OutboxKey> outboxes, IReadOnlyList<LiveMessage> words, CancellationToken ct)
    {
        if (outboxes.Count + words.Count == 0)
        {
            return;
        }

        await using var command = source.CreateCommand("select pg_notify(channel, payload) from unnest(@channels, @payloads) as word(channel, payload)");
        command.Parameters.AddWithValue("channels", outboxes.Select(_ => OutboxChannel).Concat(words.Select(_ => LiveChannel)).ToArray());
        command.Parameters.AddWithValue("payloads", outboxes.Select(o => o.ToWord()).Concat(words.Select(w => JsonSerializer.Serialize(w))).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} wake-ups were not sent; the sweep will find their work")]
    private partial void NotSent(Exception fault, int count);
}
