using System.Diagnostics;

namespace AutoPortal.Kernel.Postgres;

/// <summary>Who runs the server: this user, or, where this is root, an unprivileged account, because PostgreSQL refuses root.</summary>
internal sealed class ServerAccount
{
    private readonly string[] _launcher;

    private ServerAccount(string? name, string[] launcher)
    {
        Name = name;
        _launcher = launcher;
    }

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The unprivileged account, or null where the server runs as this very user.</summary>
    public string? Name { get; }

    public static ServerAccount ForThisProcess()
    {
        if (!IsRoot)
        {
            return new(null, []);
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(parts => parts.Length > 3).ToList();
        var account = accounts.Find(a => a[0] == "postgres") ?? accounts.Find(a => a[0] == "nobody")
            ?? throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and this machine has neither an account postgres nor nobody to run it under.");
        if (OnPath("setpriv") is { } setpriv)
        {
            return new(account[0], [setpriv, $"--reuid={account[2]}", $"--regid={account[3]}", "--clear-groups", "--"]);
        }

        return OnPath("runuser") is { } runuser
            ? new(account[0], [runuser, "-u", account[0], "--"])
            : throw new EmbeddedPostgresException("PostgreSQL refuses to run as root; install util-linux (setpriv or runuser) or run as another user.");
    }

    /// <summary>Runs a program as the server's account, without this process's environment: it holds secrets.</summary>
    public Task<CommandResult> RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        string[] line = [.. _launcher, program, .. arguments];
        return RunLineAsync(folder, line, ct);
    }

    /// <summary>Hands folders over to the account; nothing to do where that is this user.</summary>
    public async Task TakeAsync(PortalHome home, IEnumerable<string> paths, CancellationToken ct)
    {
        if (Name is null)
        {
            return;
        }

        var result = await RunLineAsync(home.Folder, ["chown", "-R", $"{Name}:", .. paths], ct);
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"The data folder cannot be handed over to {Name}: {result.LastLine}");
        }
    }

    /// <summary>Refuses a home that the account cannot reach, naming the folder that is closed to it.</summary>
    /// <remarks>Folders that do not exist yet are passed over.</remarks>
    public async Task CheckReachAsync(string home, CancellationToken ct)
    {
        if (Name is null)
        {
            return;
        }

        var folders = new List<string>();
        for (var folder = new DirectoryInfo(home); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists)
            {
                folders.Insert(0, folder.FullName);
            }
        }

        var result = await RunAsync("/", "/bin/sh", ["-c", "for d; do [ -x \"$d\" ] || { echo \"$d\"; exit 1; }; done", "sh", .. folders], ct);
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"The folder {result.LastLine} is closed to the account {Name} that has to run PostgreSQL (root may not); open it with chmod o+x, or choose another home with {PortalHome.Variable}.");
        }
    }

    private static string? OnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/usr/bin:/sbin:/bin")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static async Task<CommandResult> RunLineAsync(string folder, string[] line, CancellationToken ct)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!OperatingSystem.IsWindows())
        {
            start.Environment.Clear();
            start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
            start.Environment["LC_ALL"] = "C";
        }

        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"{line[0]} cannot be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
