using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>The process is killed in the middle of five hundred sign-ups and started again.</summary>
[Collection(nameof(Portal))]
public sealed class AKilledNodeLosesNothing(Portal portal)
{
    private const int People = 500;

    [Fact]
    public async Task Five_hundred_acknowledged_sign_ups_are_five_hundred_customers_and_leads_none_doubled()
    {
        await using var node = await PortalProcess.StartAsync(portal);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }) { Timeout = TimeSpan.FromSeconds(20) };
        var acknowledged = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var kill = new TaskCompletionSource();
        var isBack = new TaskCompletionSource();
        var work = Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, ct) =>
        {
            var phone = $"139{77_000_000 + number:D8}";
            while (!acknowledged.ContainsKey(phone))
            {
                try
                {
                    if (await new SignUpByHttp(client, node.Url).RunAsync(phone, "旅客" + string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0'])), ct: ct))
                    {
                        acknowledged[phone] = true;
                    }
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
                {
                    // The person tries again, as people do.
                    await isBack.Task;
                }

                if (acknowledged.Count > People / 2)
                {
                    kill.TrySetResult();
                }
            }
        });

        await kill.Task;
        await node.KillAsync();
        await node.StartAgainAsync();
        isBack.SetResult();
        await work;

        acknowledged.Count.ShouldBe(People);
        await EventuallyAsync(async () => await CountAsync("select count(*) from leads.leads where name like '旅客%'") >= People, TimeSpan.FromSeconds(60));
        await using var source = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        (await CountAsync("select count(*) from activities.sign_ups where name_mask like '旅%'")).ShouldBe(People);
        (await CountAsync("select count(distinct phone_hash) from activities.sign_ups where name_mask like '旅%'")).ShouldBe(People);
        (await CountAsync("select count(distinct customer_id) from leads.leads where name like '旅客%'")).ShouldBe(People);
        (await CountAsync("select count(*) from leads.leads where name like '旅客%'")).ShouldBe(People);
    }

    [Fact]
    public async Task Every_acknowledged_event_of_a_visitor_is_there_once()
    {
        await using var node = await PortalProcess.StartAsync(portal);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }) { Timeout = TimeSpan.FromSeconds(20) };
        await using var source = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var page = source.CreateCommand("select id || ' ' || version from pages.published_pages where slug = 'autumn-test-drive'");
        var place = ((string)(await page.ExecuteScalarAsync())!).Split(' ');
        var acknowledged = new ConcurrentBag<Guid>();
        var kill = new TaskCompletionSource();
        var isBack = new TaskCompletionSource();
        var work = Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (number, ct) =>
        {
            var id = Guid.CreateVersion7();
            var body = $$"""{"id":"{{id}}","name":"click","at":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}},"page":"{{place[0]}}","pageVersion":{{place[1]}},"props":{"target":"killed"} }""";
            for (var isTold = false; !isTold;)
            {
                try
                {
                    using var answer = await client.PostAsync(node.Url + "/chenxing/collect", new StringContent(body), ct);
                    isTold = answer.StatusCode == System.Net.HttpStatusCode.NoContent;
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
                {
                    // The browser keeps it and sends it again under the same id.
                    await isBack.Task;
                }
            }

            acknowledged.Add(id);
            if (acknowledged.Count > 1_000)
            {
                kill.TrySetResult();
            }
        });

        await kill.Task;
        await node.KillAsync();
        await node.StartAgainAsync();
        isBack.SetResult();
        await work;

        acknowledged.Count.ShouldBe(2_000);
        (await CountAsync($"select count(*) from customers.page_events where id = any('{{{string.Join(',', acknowledged)}}}'::uuid[])")).ShouldBe(2_000);
        (await CountAsync("select sum(count)::bigint from customers.page_counters where subject = 'killed'")).ShouldBe(2_000);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo, TimeSpan within)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (clock.Elapsed > within)
            {
                throw new TimeoutException($"It did not become so within {within}.");
            }

            await Task.Delay(200);
        }
    }
}
