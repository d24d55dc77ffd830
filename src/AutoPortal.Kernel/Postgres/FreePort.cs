using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AutoPortal.Kernel.Postgres;

internal static class FreePort
{
    // Below the range from which systems take the ports of outgoing connections, so that none of those steals it.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    public static int Choose()
    {
        int port;
        do
        {
            port = RandomNumberGenerator.GetInt32(Lowest, Highest);
        }
        while (!IsFree(port));

        return port;
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
