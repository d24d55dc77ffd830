using AutoPortal.Kernel.Postgres;

namespace AutoPortal.Testing.Postgres;

/// <summary>Removes what test processes that ended hard have left in the temporary folder.</summary>
internal static class LeftoverClusters
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    public static async Task RemoveAsync(string prefix)
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(prefix + "*"))
        {
            // A live process holds the lease, and one that is just starting has a young folder.
            if (folder.CreationTimeUtc < DateTime.UtcNow - Young && !IsHeld(folder.FullName))
            {
                await RemoveAsync(folder);
            }
        }
    }

    private static async Task RemoveAsync(DirectoryInfo folder)
    {
        try
        {
            // Joining and leaving as the only holder stops the server, if one is left.
            if (File.Exists(Path.Combine(folder.FullName, "postgres", "data", "postmaster.pid")))
            {
                await (await EmbeddedPostgres.StartAsync(folder.FullName, new() { IsDurable = false }, CancellationToken.None)).DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EmbeddedPostgresException)
        {
            // Somebody else's, or another process removes it at this moment: not this test's business.
        }
    }

    private static bool IsHeld(string home)
    {
        try
        {
            var lease = Path.Combine(home, "lease");
            if (File.Exists(lease))
            {
                using var alone = new FileStream(lease, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }

            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
