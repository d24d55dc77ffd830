using System.Globalization;
using System.Net;
using System.Text.Json;
using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>Visitors' events of the measured portal: what is told, and what of it is stored and counted.</summary>
internal sealed class EventBook(PortalHomeFolder home)
{
    /// <summary>Writes wrk's script for posts of so many events each.</summary>
    /// <param name="path">Where.</param>
    /// <param name="perPost">Events of one post.</param>
    /// <param name="from">Number of the first one; each run takes its own.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteScriptAsync(string path, int perPost, long from, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var query = new NpgsqlCommand("select p.id::text, p.version, p.document::jsonb -> 'blocks' -> 0 ->> 'id' from pages.published_pages p where p.slug = 'autumn-test-drive' order by p.id limit 1", connection);
        await using var row = await query.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "events.lua"), ct);
        await File.WriteAllTextAsync(
            path,
            script.Replace("{{PAGE}}", row.GetString(0), StringComparison.Ordinal)
                .Replace("{{VERSION}}", row.GetInt32(1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{{BLOCK}}", row.GetString(2), StringComparison.Ordinal)
                .Replace("{{EVENTS}}", perPost.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{{BASE}}", from.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            ct);
    }

    public Task<long> EventsAsync(CancellationToken ct) => home.ScalarAsync<long>("select count(*) from customers.page_events", ct);

    /// <summary>What is counted, less what is stored; zero where the figures are true.</summary>
    public Task<long> CountedDriftAsync(CancellationToken ct)
        => home.ScalarAsync<long>("select (select sum(count)::bigint from customers.page_counters) - (select count(*) from customers.page_events)", ct);

    public Task<long> QuarantinedAsync(CancellationToken ct) => home.ScalarAsync<long>("select count(*) from customers.quarantined_events", ct);

    /// <summary>Tells the newest events once more, as a browser does that got no answer.</summary>
    public async Task<int> TellAgainAsync(string node, int count, CancellationToken ct)
    {
        var events = new List<object>();
        await using (var connection = await home.OpenAsync(ct))
        {
            await using var query = new NpgsqlCommand($"select id, page_id, page_version, at from customers.page_events where name = 'page_view' order by received_at desc limit {count}", connection);
            await using var row = await query.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                events.Add(new { id = row.GetGuid(0), name = "page_view", at = new DateTimeOffset(row.GetDateTime(3)).ToUnixTimeMilliseconds(), page = row.GetGuid(1), pageVersion = row.GetInt32(2) });
            }
        }

        using var http = new HttpClient();
        foreach (var part in events.Chunk(100))
        {
            using var answer = await http.PostAsync($"{node}/{PortalNode.Tenant}/collect", new StringContent(JsonSerializer.Serialize(new { events = part })), ct);
            if (answer.StatusCode != HttpStatusCode.NoContent)
            {
                throw new BenchException($"Told again, events were answered {(int)answer.StatusCode}.");
            }
        }

        return events.Count;
    }
}
