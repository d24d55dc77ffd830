using System.Security.Cryptography;
using System.Text.Json;
using AutoPortal.Kernel.Postgres;
using Npgsql;

namespace AutoPortal.Web.Hosting;

/// <summary>The database and secrets that this process works with: configured ones, or an embedded server with secrets kept in its home.</summary>
internal sealed class PortalEnvironment : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private PortalEnvironment(PortalConnections connections, string? masterKey, EmbeddedPostgres? embedded)
    {
        Connections = connections;
        MasterKey = masterKey;
        _embedded = embedded;
    }

    /// <summary>The three logins.</summary>
    public PortalConnections Connections { get; }

    /// <summary>The key kept in the embedded home; null where configuration must bring it.</summary>
    public string? MasterKey { get; }

    /// <summary>Whether this process holds a private server.</summary>
    public bool IsEmbedded => _embedded is not null;

    /// <summary>Role that gets the grants.</summary>
    public string ApplicationRole => new NpgsqlConnectionStringBuilder(Connections.Portal).Username ?? "portal_app";

    public static async Task<PortalEnvironment> OpenAsync(IConfiguration configuration, ILogger log, CancellationToken ct)
    {
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } portal)
        {
            var owner = configuration.GetConnectionString("PortalOwner") ?? "";
            var listen = configuration.GetConnectionString("PortalListen") is { Length: > 0 } direct ? direct : portal;
            return new PortalEnvironment(new PortalConnections(portal, owner, listen), null, null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(null, new EmbeddedPostgresOptions { Logger = log }, ct);
        return new PortalEnvironment(embedded.Connections, await HomeSecrets.MasterKeyAsync(embedded.Home, ct), embedded);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Secrets of an embedded home: made once, readable by the owner alone.</summary>
internal static class HomeSecrets
{
    public static async Task<string> MasterKeyAsync(string home, CancellationToken ct)
    {
        var file = Path.Combine(home, "secrets.json");
        for (var attempt = 0; ; attempt++)
        {
            if (File.Exists(file) && JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file, ct))?.GetValueOrDefault("MasterKey") is { Length: > 0 } known)
            {
                return known;
            }

            // Two processes at once: only one creates the file, the other reads it.
            var fresh = file + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var stream = new FileStream(fresh, options))
            {
                await JsonSerializer.SerializeAsync(stream, new Dictionary<string, string> { ["MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }, cancellationToken: ct);
            }

            try
            {
                File.Move(fresh, file, overwrite: false);
            }
            catch (IOException) when (attempt == 0 && File.Exists(file))
            {
                File.Delete(fresh);
            }
        }
    }
}
