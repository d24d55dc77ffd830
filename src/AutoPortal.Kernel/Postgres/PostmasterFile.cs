using System.Diagnostics;

namespace AutoPortal.Kernel.Postgres;

/// <summary>What a running server says of itself in postmaster.pid: number on line 1, port on line 4.</summary>
internal sealed record PostmasterFile(int ProcessId, int? Port)
{
    // Higher than any system's process numbers.
    private const string NoProcess = "999999999";

    /// <summary>Null where there is none, which is how a server that stopped in order leaves its folder.</summary>
    public static PostmasterFile? Read(string data)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(data));
            return lines.Length > 0 && int.TryParse(lines[0], out var process)
                ? new(process, lines.Length > 3 && int.TryParse(lines[3], out var port) ? port : null)
                : new(0, null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Tells PostgreSQL that the file's server is dead, though another process, or its zombie, may have its number.</summary>
    /// <remarks>Never deletes the file: its shared memory line lets PostgreSQL wait for orphaned children that still write.</remarks>
    public static void MarkDead(string data)
    {
        var lines = File.ReadAllLines(PathIn(data));
        if (lines.Length > 0)
        {
            lines[0] = NoProcess;
            File.WriteAllLines(PathIn(data), lines);
        }
        else
        {
            File.Delete(PathIn(data));
        }
    }

    /// <summary>Whether the process lives and is a server, not another that got its number.</summary>
    public bool IsAlive()
    {
        if (OperatingSystem.IsLinux())
        {
            return IsAliveOnLinux();
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // A zombie still counts as a process; only its state tells. "123 (postgres) S ..."
    private bool IsAliveOnLinux()
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
            var name = stat.IndexOf('(', StringComparison.Ordinal) + 1;
            var state = stat.LastIndexOf(')') + 2;
            return stat.AsSpan(name).StartsWith("postgres", StringComparison.Ordinal) && stat[state] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string PathIn(string data) => Path.Combine(data, "postmaster.pid");
}
