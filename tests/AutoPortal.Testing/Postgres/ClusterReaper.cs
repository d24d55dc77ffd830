using System.Collections.Concurrent;
using System.Diagnostics;

namespace AutoPortal.Testing.Postgres;

/// <summary>Stops the cluster and removes its folder when this process ends, also when it is killed.</summary>
/// <remarks>
/// The runner gives a test process a tenth of a second to end, too little to do it from within: a shell waits
/// for the end of its input, which comes with the end of this process.
/// </remarks>
internal static class ClusterReaper
{
    // The pipe closes when the collector takes the process object, so it is kept.
    private static readonly ConcurrentBag<Process> Kept = [];

    private const string Script = """
        trap '' INT HUP TERM
        exec >/dev/null 2>&1
        cat
        running="$1/postgres/data/postmaster.pid"
        [ -e "$running" ] && kill -QUIT "$(head -n 1 "$running")"
        n=0
        while [ -e "$running" ] && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
        rm -rf "$1"
        """;

    public static void Watch(string home)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", home]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        Kept.Add(Process.Start(start)!);
    }
}
