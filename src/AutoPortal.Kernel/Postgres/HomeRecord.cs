using System.Security.Cryptography;
using System.Text.Json;

namespace AutoPortal.Kernel.Postgres;

/// <summary>What a home remembers of its cluster; the file is readable by its owner alone.</summary>
internal sealed record HomeRecord
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Major version that made the data; 0 before there is any.</summary>
    public int Major { get; init; }

    public int Port { get; init; }

    /// <summary>The folder with the programs that the running or last server was started from.</summary>
    public string Programs { get; init; } = "";

    public string AdministratorPassword { get; init; } = NewPassword();
    public string OwnerPassword { get; init; } = NewPassword();
    public string AppPassword { get; init; } = NewPassword();

    public static async Task<HomeRecord> ReadAsync(PortalHome home, CancellationToken ct)
    {
        if (File.Exists(home.Record))
        {
            await using var file = File.OpenRead(home.Record);
            return await JsonSerializer.DeserializeAsync<HomeRecord>(file, Json, ct)
                ?? throw new EmbeddedPostgresException($"{home.Record} is empty; put its copy back, without it the data in {home.Data} has no password.");
        }

        if (Directory.Exists(home.Data))
        {
            throw new EmbeddedPostgresException($"{home.Record} is missing; put its copy back, without it the data in {home.Data} has no password.");
        }

        return new HomeRecord();
    }

    public async Task WriteAsync(PortalHome home, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written beside and renamed, so that a crash leaves the old passwords or the new, never half of them.
        var draft = home.Record + ".new";
        File.Delete(draft);
        await using (var file = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(file, this, Json, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, home.Record, overwrite: true);
    }

    private static string NewPassword() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
