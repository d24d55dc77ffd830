using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Kernel.Postgres;

/// <summary>Starts, finds and stops the postmaster of one home. The caller holds the home's start lock.</summary>
internal sealed class PostgresServer(PortalHome home, ServerAccount account, EmbeddedPostgresOptions options)
{
    private const int PortAttempts = 5;
    private const int LongestSocketPath = 103;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Reuses the running server or starts one; the record says which port and passwords hold.</summary>
    public async Task<HomeRecord> EnsureRunningAsync(CancellationToken ct)
    {
        var record = await HomeRecord.ReadAsync(home, ct);
        if (await FindRunningAsync(record, ct) is { } port)
        {
            options.Logger.LogInformation("Reusing the PostgreSQL server of {Home} on port {Port}", home.Folder, port);
            return record with { Port = port };
        }

        await account.CheckReachAsync(home.Folder, ct);
        var binaries = await PostgresBinaries.PrepareAsync(home, options, account, ct);
        if (Directory.Exists(home.Data) && record.Major != binaries.Major)
        {
            throw new EmbeddedPostgresException(
                $"The data in {home.Folder} was made by PostgreSQL {record.Major}, the programs at hand are {binaries.Major}: back up with the old ones and restore into a new home.");
        }

        await account.TakeAsync(home, [home.Run, home.Log], ct);
        record = record with { Programs = binaries.Programs, Port = record.Port == 0 ? FreePort.Choose() : record.Port };
        if (!Directory.Exists(home.Data))
        {
            record = record with { Major = binaries.Major };
            await record.WriteAsync(home, ct);
            await InitialiseAsync(binaries, record, ct);
        }

        return await StartAsync(binaries, record, ct);
    }

    /// <summary>Stops it fast: open transactions are rolled back, connections closed.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (PostmasterFile.Read(home.Data) is null)
        {
            return;
        }

        var record = await HomeRecord.ReadAsync(home, ct);
        var result = await account.RunAsync(
            home.Run, PostgresBinaries.ProgramIn(record.Programs, "pg_ctl"), ["stop", "-D", home.Data, "-m", "fast", "-w", "-t", "60", "-s"], ct);
        if (result.ExitCode == 0)
        {
            options.Logger.LogInformation("Stopped the PostgreSQL server of {Home}", home.Folder);
        }
        else
        {
            options.Logger.LogWarning("The PostgreSQL server of {Home} did not stop: {Why}", home.Folder, result.LastLine);
        }
    }

    /// <summary>The port of the live server, once it takes connections; null where none lives.</summary>
    private async Task<int?> FindRunningAsync(HomeRecord record, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < options.StartWithin; waited += Poll)
        {
            if (PostmasterFile.Read(home.Data) is not { } file)
            {
                return null;
            }

            if (!file.IsAlive())
            {
                options.Logger.LogWarning("The PostgreSQL server of {Home} was killed; it will recover", home.Folder);
                PostmasterFile.MarkDead(home.Data);
                return null;
            }

            if (file.Port is { } port && await AnswersAsync(record, port, ct))
            {
                return port;
            }

            await Task.Delay(Poll, ct);
        }

        throw new EmbeddedPostgresException($"The PostgreSQL server of {home.Folder} runs but does not answer; see {home.LogFile}.");
    }

    private static async Task<bool> AnswersAsync(HomeRecord record, int port, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ClusterLogins.Administrator(record with { Port = port }));
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException e) when (e.InnerException is not null || e.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
        catch (PostgresException e)
        {
            throw new EmbeddedPostgresException($"The PostgreSQL server on port {port} turns its own portal away: {e.MessageText}", e);
        }
    }

    private async Task InitialiseAsync(PostgresBinaries binaries, HomeRecord record, CancellationToken ct)
    {
        options.Logger.LogInformation("Making a PostgreSQL {Major} cluster in {Home}", binaries.Major, home.Folder);
        var draft = home.Data + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft);
        var password = Path.Combine(home.Run, "password");
        await WritePrivateAsync(password, record.AdministratorPassword, ct);
        await account.TakeAsync(home, [draft, password], ct);

        string[] locale = binaries.Major >= 17
            ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            : ["--locale=C.UTF-8"];
        string[] safety = options.IsDurable ? [] : ["--no-sync"];
        var result = await account.RunAsync(
            home.Run,
            binaries.Of("initdb"),
            ["-D", draft, "-U", ClusterLogins.AdministratorName, "-E", "UTF8", .. locale, "--auth=scram-sha-256", $"--pwfile={password}", .. safety],
            ct);
        File.Delete(password);
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"initdb failed in {home.Folder}: {result.LastLine}");
        }

        await File.AppendAllTextAsync(Path.Combine(draft, "postgresql.conf"), "\ninclude = 'autoportal.conf'\n", ct);
        await File.WriteAllTextAsync(Path.Combine(draft, "autoportal.conf"), "", ct);
        Directory.Move(draft, home.Data);
    }

    private async Task<HomeRecord> StartAsync(PostgresBinaries binaries, HomeRecord record, CancellationToken ct)
    {
        await account.TakeAsync(home, [home.Data], ct);
        for (var attempt = 1; ; attempt++)
        {
            if (!FreePort.IsFree(record.Port))
            {
                record = record with { Port = FreePort.Choose() };
            }

            await record.WriteAsync(home, ct);
            await WriteSettingsAsync(record, ct);
            File.Delete(home.LogFile + ".old");
            if (File.Exists(home.LogFile))
            {
                File.Move(home.LogFile, home.LogFile + ".old");
            }

            // pg_ctl puts the server into a session of its own, so that Ctrl+C at the console reaches the portal alone.
            var result = await account.RunAsync(
                home.Run,
                binaries.Of("pg_ctl"),
                ["start", "-D", home.Data, "-l", home.LogFile, "-w", "-s", "-t", options.StartWithin.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)],
                ct);
            if (result.ExitCode == 0)
            {
                options.Logger.LogInformation("Started PostgreSQL {Major} of {Home} on port {Port}", binaries.Major, home.Folder, record.Port);
                return record;
            }

            var log = File.Exists(home.LogFile) ? await File.ReadAllTextAsync(home.LogFile, ct) : "";
            if (attempt == PortAttempts || !(await IsPassingAsync(log, ct)))
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start in {home.Folder}: {Fatal(log) ?? result.LastLine} (see {home.LogFile})");
            }
        }
    }

    /// <summary>Another process took the port in between, or children of a killed server are still ending.</summary>
    private static async Task<bool> IsPassingAsync(string log, CancellationToken ct)
    {
        if (log.Contains("pre-existing shared memory block", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            return true;
        }

        return log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
    }

    private static string? Fatal(string log)
        => log.Split('\n').LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal))?.Trim();

    private async Task WriteSettingsAsync(HomeRecord record, CancellationToken ct)
    {
        var socket = Path.Combine(home.Run, $".s.PGSQL.{record.Port}");
        var hasSocket = !OperatingSystem.IsWindows() && System.Text.Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath;
        var settings = $"""
            # Written at every start; put your own settings into postgresql.conf, below the include.
            listen_addresses = '127.0.0.1'
            port = {record.Port}
            unix_socket_directories = '{(hasSocket ? home.Run.Replace("'", "''", StringComparison.Ordinal) : "")}'
            max_connections = {options.MaxConnections}
            shared_buffers = 128MB
            max_wal_size = 2GB
            password_encryption = scram-sha-256
            timezone = 'UTC'
            log_timezone = 'UTC'
            jit = off

            """;
        if (!options.IsDurable)
        {
            settings += """
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                autovacuum = off

                """;
        }

        await File.WriteAllTextAsync(Path.Combine(home.Data, "autoportal.conf"), settings, ct);
    }

    private static async Task WritePrivateAsync(string path, string text, CancellationToken ct)
    {
        File.Delete(path);
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(path, file);
        await writer.WriteLineAsync(text.AsMemory(), ct);
    }
}
