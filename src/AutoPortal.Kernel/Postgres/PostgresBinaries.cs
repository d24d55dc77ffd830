using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.Kernel.Postgres;

/// <summary>The server's programs: where they come from, and their copy in the home.</summary>
internal sealed partial class PostgresBinaries
{
    private const int LowestMajor = 15;

    private PostgresBinaries(string programs, int major)
    {
        Programs = programs;
        Major = major;
    }

    /// <summary>The folder of initdb, pg_ctl and postgres.</summary>
    public string Programs { get; }

    public int Major { get; }

    public string Of(string program) => ProgramIn(Programs, program);

    public static string ProgramIn(string folder, string program)
        => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    /// <summary>Finds the programs, and copies those that came with the portal into the home.</summary>
    /// <remarks>
    /// Copied, because an account other than this user may not see the original, and because a later
    /// install would pull it away under the running server.
    /// </remarks>
    public static async Task<PostgresBinaries> PrepareAsync(PortalHome home, EmbeddedPostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        if (Packaged(options.Binaries).FirstOrDefault(HasServer) is { } packaged)
        {
            Copy(packaged, home.Distribution);
            var programs = Path.Combine(home.Distribution, "bin");
            return new(programs, await MajorAsync(programs, account, ct));
        }

        foreach (var programs in Installed())
        {
            if (await MajorAsync(programs, account, ct) is var major and >= LowestMajor)
            {
                return new(programs, major);
            }
        }

        throw new EmbeddedPostgresException(
            $"No PostgreSQL to embed was found: run npm ci in wwwroot-assets, install PostgreSQL {LowestMajor} or later, or set ConnectionStrings:Portal.");
    }

    private static IEnumerable<string> Packaged(string? chosen)
    {
        if (chosen is { Length: > 0 })
        {
            yield return HasServer(chosen)
                ? chosen
                : throw new EmbeddedPostgresException($"{chosen} was chosen for the PostgreSQL programs, and holds no bin/postgres.");
        }

        yield return Path.Combine(AppContext.BaseDirectory, "postgres");

        var packages = typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(m => m.Key == "EmbeddedPostgresPackages")?.Value;
        if (packages is not null)
        {
            yield return Path.Combine(packages, Platform, "native");
        }
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static IEnumerable<string> Installed()
    {
        string[] roots = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr"];
        return roots.Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root))
            .Select(folder => (Folder: folder, Version: VersionedFolder().Match(folder)))
            .Where(found => found.Version.Success)
            .OrderByDescending(found => int.Parse(found.Version.Groups["major"].Value))
            .Select(found => Path.Combine(found.Folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Where(folder => File.Exists(ProgramIn(folder, "postgres")) && File.Exists(ProgramIn(folder, "initdb")));
    }

    private static bool HasServer(string folder) => File.Exists(ProgramIn(Path.Combine(folder, "bin"), "postgres"));

    private static async Task<int> MajorAsync(string programs, ServerAccount account, CancellationToken ct)
    {
        var said = await account.RunAsync(programs, ProgramIn(programs, "postgres"), ["--version"], ct);
        return SaidVersion().Match(said.Text) is { Success: true } version
            ? int.Parse(version.Groups["major"].Value)
            : throw new EmbeddedPostgresException($"{ProgramIn(programs, "postgres")} does not run here: {said.LastLine}");
    }

    private static void Copy(string from, string to)
    {
        var server = new FileInfo(ProgramIn(Path.Combine(from, "bin"), "postgres"));
        var origin = $"{from}\n{server.Length}\n{server.LastWriteTimeUtc:O}\n";
        var stamp = Path.Combine(to, "origin.txt");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == origin)
        {
            return;
        }

        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        CopyFolder(new DirectoryInfo(from), to);
        LinkLibraries(to);
        File.WriteAllText(stamp, origin);
    }

    private static void CopyFolder(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        OpenToAll(to, isProgram: true);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } linked)
            {
                File.CreateSymbolicLink(target, linked);
            }
            else if (entry is DirectoryInfo folder)
            {
                CopyFolder(folder, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
                OpenToAll(target, isProgram: from.Name == "bin");
            }
        }
    }

    // Whatever this user's umask is: the server's account has to read them.
    private static void OpenToAll(string path, bool isProgram)
    {
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            const UnixFileMode runnable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(path, isProgram ? readable | runnable : readable);
        }
    }

    // npm packages hold no symbolic links: a script of the package makes them from this list, unless npm was told to run none.
    private static void LinkLibraries(string distribution)
    {
        var list = Path.Combine(distribution, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<List<LibraryLink>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            // The list counts from the package's folder; the copy begins one deeper, in native/.
            var target = Path.Combine(distribution, Path.GetRelativePath("native", link.Target));
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(link.Target)!, link.Source));
            }
        }
    }

    [GeneratedRegex(@"(postgresql@?|pgsql-|/)(?<major>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionedFolder();

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaidVersion();

    private sealed record LibraryLink(string Source, string Target);
}
