using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AutoPortal.Web.Hosting;
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
        var url = $"http://127.0.0.1:{FreePort()}";
        var node = await StartAsync(url);
        try
        {
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
                        if (await new SignUpByHttp(client, url).RunAsync(phone, "旅客" + string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0'])), ct: ct))
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
            node.Kill();
            await node.WaitForExitAsync();
            node.Dispose();
            node = await StartAsync(url);
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
        finally
        {
            node.Kill();
            node.Dispose();
        }
    }

    private async Task<Process> StartAsync(string url)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PortalHost).Assembly.Location, "run", "--urls", url]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = portal.Connections.Portal;
        start.Environment["ConnectionStrings__PortalListen"] = portal.Connections.PortalListen;
        start.Environment["Secrets__MasterKey"] = Portal.Key;
        // One address stands for five hundred people here.
        start.Environment["Activities__PostsPerClientMinute"] = "100000";
        start.Environment["Channels__CodesPerClientHour"] = "100000";
        start.Environment["Channels__ResendAfter"] = "00:00:00";
        start.Environment["Channels__CodesPerPhoneHour"] = "100";
        start.Environment["Limits__PostsPerAddressPerSecond"] = "10000";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        await EventuallyAsync(async () =>
        {
            process.HasExited.ShouldBeFalse("the node must not stop by itself");
            try
            {
                return (await client.GetAsync(url + "/healthz/ready")).StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60));
        return process;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
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
