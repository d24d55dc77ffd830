using System.Net;
using System.Net.Sockets;

namespace AutoPortal.Bench.Processes;

internal static class FreePort
{
    public static int Choose()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
