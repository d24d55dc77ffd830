using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AutoPortal.Web.Hosting;

namespace AutoPortal.E2E;

/// <summary>A node in a process of its own, which can be killed as a machine dies: at once, without a goodbye.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Portal _portal;
    private Process? _process;

    private PortalProcess(Portal portal, string url)
    {
        _portal = portal;
        Url = url;
        _process = Begin();
    }

    /// <summary>Address; the same after a restart.</summary>
    public string Url { get; }

    /// <summary>Starts a node on the portal's database and waits until it is ready.</summary>
    public static async Task<PortalProcess> StartAsync(Portal portal)
    {
        var node = new PortalProcess(portal, $"http://127.0.0.1:{FreePort()}");
        await node.ReadyAsync();
        return node;
    }

    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task StartAgainAsync()
    {
        _process = Begin();
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private Process Begin()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PortalHost).Assembly.Location, "run", "--urls", Url]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = _portal.Connections.Portal;
        start.Environment["ConnectionStrings__PortalListen"] = _portal.Connections.PortalListen;
        start.Environment["Secrets__MasterKey"] = Portal.Key;
        // One address stands for five hundred people here.
        start.Environment["Activities__PostsPerClientMinute"] = "100000";
        start.Environment["Customers__CollectPostsPerClientMinute"] = "100000";
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
        return process;
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            _process!.HasExited.ShouldBeFalse("the node must not stop by itself");
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"The node was not ready within {Patience}.");
            }

            await Task.Delay(200);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(Url + "/healthz/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
