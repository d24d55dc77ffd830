namespace AutoPortal.Kernel.Postgres;

/// <summary>The folder that holds all an installation keeps on disk, the embedded cluster above all.</summary>
public sealed class PortalHome
{
    /// <summary>The environment variable that chooses the folder.</summary>
    public const string Variable = "AUTOPORTAL_HOME";

    private PortalHome(string folder) => Folder = folder;

    /// <summary>Absolute path of the home.</summary>
    public string Folder { get; }

    internal string Lease => Path.Combine(Folder, "lease");
    internal string StartLock => Path.Combine(Folder, "start.lock");
    internal string Record => Path.Combine(Folder, "postgres.json");
    internal string Distribution => Path.Combine(Folder, "postgres", "dist");
    internal string Data => Path.Combine(Folder, "postgres", "data");
    internal string Run => Path.Combine(Folder, "postgres", "run");
    internal string Log => Path.Combine(Folder, "postgres", "log");
    internal string LogFile => Path.Combine(Log, "postgres.log");

    /// <summary>Where the home is when nobody names one: AUTOPORTAL_HOME, else the user's data folder.</summary>
    public static string Choose()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            return chosen;
        }

        // The superuser's own folder is closed to the account that has to run the server.
        return ServerAccount.IsRoot
            ? "/var/lib/autoportal"
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "autoportal");
    }

    internal static string PathOf(string? chosen) => Path.GetFullPath(chosen is { Length: > 0 } ? chosen : Choose());

    internal static PortalHome Open(string? folder)
    {
        var home = new PortalHome(PathOf(folder));
        try
        {
            CreateFolder(home.Folder, ServerAccount.IsRoot ? Traversable : Private);
            CreateFolder(Path.Combine(home.Folder, "postgres"), ServerAccount.IsRoot ? Traversable : Private);
            CreateFolder(home.Run, Traversable);
            CreateFolder(home.Log, Private);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException($"The folder {home.Folder} cannot be used as home: {e.Message} Choose another with {Variable}.", e);
        }

        return home;
    }

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Traversable = Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static void CreateFolder(string path, UnixFileMode mode)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
