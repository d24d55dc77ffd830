using System.Diagnostics;
using AutoPortal.Kernel.Postgres;
using Npgsql;

namespace AutoPortal.Kernel.Tests.Postgres;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly EmbeddedPostgresOptions Quick = new() { IsDurable = false };

    private readonly string _home = Directory.CreateTempSubdirectory("autoportal-home-").FullName;

    public EmbeddedPostgresTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_home, File.GetUnixFileMode(_home) | UnixFileMode.OtherExecute);
        }
    }

    [Fact]
    public async Task A_fresh_home_serves_chinese_text_to_three_logins_and_stops_with_its_last_holder()
    {
        var server = await EmbeddedPostgres.StartAsync(_home, Quick, default);

        (await AskAsync(server.Connections.PortalOwner, "SELECT current_user || ' ' || current_database()")).ShouldBe("portal_owner portal");
        (await AskAsync(server.Connections.PortalOwner, "SELECT string_agg(n, '' ORDER BY n COLLATE \"zh-x-icu\") FROM unnest(ARRAY['张','阿','李']) n")).ShouldBe("阿李张");
        (await AskAsync(server.Connections.Portal, "SELECT current_user::text")).ShouldBe("portal_app");
        (await AskAsync(server.Connections.PortalListen, "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        (await AskAsync(server.Connections.Portal, "SELECT has_schema_privilege('public', 'CREATE') OR has_database_privilege('portal', 'CREATE')")).ShouldBe(false);

        await server.DisposeAsync();

        PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task Passwords_are_readable_by_the_owner_alone()
    {
        await using var server = await EmbeddedPostgres.StartAsync(_home, Quick, default);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_home, "postgres.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Exists(Path.Combine(_home, "postgres", "run", "password")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_app_keeps_its_data_safe_and_its_port_from_one_start_to_the_next()
    {
        var first = await EmbeddedPostgres.StartAsync(_home, new(), default);
        (await AskAsync(first.Connections.Portal, "SELECT current_setting('fsync') || current_setting('synchronous_commit')")).ShouldBe("onon");
        await first.DisposeAsync();

        await using var second = await EmbeddedPostgres.StartAsync(_home, new(), default);

        second.Connections.ShouldBe(first.Connections);
    }

    [Fact]
    public async Task A_port_that_another_program_took_is_changed_for_a_free_one()
    {
        var first = await EmbeddedPostgres.StartAsync(_home, Quick, default);
        await first.DisposeAsync();
        using var squatter = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, new NpgsqlConnectionStringBuilder(first.Connections.Portal).Port);
        squatter.Start();

        await using var second = await EmbeddedPostgres.StartAsync(_home, Quick, default);

        (await AskAsync(second.Connections.Portal, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_starts_at_once_share_one_server_until_both_have_gone()
    {
        var both = await Task.WhenAll(
            Task.Run(() => EmbeddedPostgres.StartAsync(_home, Quick, default)),
            Task.Run(() => EmbeddedPostgres.StartAsync(_home, Quick, default)));
        both[0].Connections.ShouldBe(both[1].Connections);

        await both[0].DisposeAsync();
        (await AskAsync(both[1].Connections.Portal, "SELECT 1")).ShouldBe(1);

        await both[1].DisposeAsync();
        PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_holder_leaves_its_server_to_the_next_start_and_that_one_stops_it()
    {
        var server = await EmbeddedPostgres.StartAsync(_home, Quick, default);
        using var other = await HoldFromAnotherProcessAsync();
        await server.DisposeAsync();
        var orphan = PostmasterId();
        orphan.ShouldNotBeNull();

        other.Kill();
        await other.WaitForExitAsync();
        var next = await EmbeddedPostgres.StartAsync(_home, Quick, default);

        PostmasterId().ShouldBe(orphan);
        await next.DisposeAsync();
        PostmasterId().ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_server_recovers_what_it_had_committed()
    {
        var server = await EmbeddedPostgres.StartAsync(_home, new(), default);
        await AskAsync(server.Connections.PortalOwner, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
        using (var postmaster = Process.GetProcessById(PostmasterId()!.Value))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await server.DisposeAsync();
        await using var again = await EmbeddedPostgres.StartAsync(_home, new(), default);

        (await AskAsync(again.Connections.PortalOwner, "SELECT count(*) FROM kept")).ShouldBe(1000L);
    }

    [Fact]
    public async Task A_home_of_another_major_version_is_refused_and_stays_as_it_was()
    {
        await (await EmbeddedPostgres.StartAsync(_home, Quick, default)).DisposeAsync();
        var record = Path.Combine(_home, "postgres.json");
        var older = (await File.ReadAllTextAsync(record)).Replace("\"Major\": 18", "\"Major\": 9", StringComparison.Ordinal);
        await File.WriteAllTextAsync(record, older);

        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(_home, Quick, default));

        refusal.Message.ShouldContain("made by PostgreSQL 9");
        refusal.Message.ShouldNotContain("\n");
        (await File.ReadAllTextAsync(record)).ShouldBe(older);
    }

    [Fact]
    public async Task As_root_a_home_below_a_closed_folder_is_refused_by_that_folders_name()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return; // Only root hands the server to another account.
        }

        var closed = Path.Combine(_home, "closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(Path.Combine(closed, "below", "home"), Quick, default));

        refusal.Message.ShouldStartWith($"The folder {closed} is closed to the account");
        refusal.Message.ShouldNotContain("\n");
        Directory.GetFileSystemEntries(closed).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private int? PostmasterId()
    {
        var file = Path.Combine(_home, "postgres", "data", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First()) : null;
    }

    private async Task<Process> HoldFromAnotherProcessAsync()
    {
        var start = new ProcessStartInfo("flock", ["--shared", "--no-fork", Path.Combine(_home, "lease"), "/bin/sh", "-c", "echo held; exec sleep 60"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("held");
        return process;
    }

    private static async Task<object?> AskAsync(string login, string sql)
    {
        await using var connection = new NpgsqlConnection(login);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
