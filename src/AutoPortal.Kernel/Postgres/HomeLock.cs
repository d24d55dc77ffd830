namespace AutoPortal.Kernel.Postgres;

/// <summary>
/// Advisory locks between processes. .NET maps FileShare to flock on Unix and to sharing modes on Windows;
/// the system drops them with the process, however it dies, and children do not inherit the handle.
/// </summary>
internal static class HomeLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public static IDisposable Shared(string path)
        => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read, bufferSize: 1);

    public static IDisposable? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException($"{path} belongs to another user; choose another home with {PortalHome.Variable}.", e);
        }
    }

    public static async Task<IDisposable> ExclusiveAsync(string path, TimeSpan within, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < within; waited += Poll)
        {
            if (TryExclusive(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(Poll, ct);
        }

        throw new EmbeddedPostgresException($"Another process has been starting or stopping the server for {within.TotalSeconds:0} s (it holds {path}); end it and try again.");
    }
}
