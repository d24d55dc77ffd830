using System.IO.Compression;
using AutoPortal.Kernel.Postgres.Backup;
using AutoPortal.Testing.Postgres;
using Npgsql;

namespace AutoPortal.Kernel.Tests.Postgres;

public sealed class DatabaseBackupTests : IDisposable
{
    // Keys in a circle, a key onto itself, partitions, generated and always-identity columns, row-level security, a trigger.
    private const string Schema =
        """
        CREATE SCHEMA sales;
        CREATE SCHEMA "Odd schema";
        CREATE TABLE sales.__ef_migrations ("MigrationId" text PRIMARY KEY, "ProductVersion" text NOT NULL);
        INSERT INTO sales.__ef_migrations VALUES ('20260101000000_CreateSales', '10'), ('20260201000000_AddHeat', '10');
        CREATE TABLE sales.schema_state (fingerprint text NOT NULL);

        CREATE TABLE sales.dealers (tenant_id uuid, id int, parent_id int, star_advisor_id int, name text, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, parent_id) REFERENCES sales.dealers);
        CREATE TABLE sales.advisors (tenant_id uuid, id int, dealer_id int NOT NULL, name text, name_length int GENERATED ALWAYS AS (length(name)) STORED, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, dealer_id) REFERENCES sales.dealers ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
        ALTER TABLE sales.dealers ADD CONSTRAINT star FOREIGN KEY (tenant_id, star_advisor_id) REFERENCES sales.advisors;

        CREATE TABLE sales.events (tenant_id uuid, id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz, dealer_id int, body jsonb, photo bytea, PRIMARY KEY (tenant_id, id, at),
            FOREIGN KEY (tenant_id, dealer_id) REFERENCES sales.dealers) PARTITION BY RANGE (at);
        CREATE TABLE sales.events_rest PARTITION OF sales.events DEFAULT;
        CREATE TABLE "Odd schema"."Odd ""table" ("Odd column" numeric, "when" date);

        CREATE FUNCTION sales.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fired'; END $$;
        CREATE TRIGGER alarm AFTER INSERT ON "Odd schema"."Odd ""table" FOR EACH ROW WHEN (NEW."Odd column" < 0) EXECUTE FUNCTION sales.refuse();

        ALTER TABLE sales.dealers ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sales.events ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON sales.dealers USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
        CREATE POLICY own ON sales.events USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
        """;

    private const string Rows =
        """
        CREATE TABLE sales.events_2026_03 PARTITION OF sales.events FOR VALUES FROM ('2026-03-01+00') TO ('2026-04-01+00');
        INSERT INTO sales.dealers SELECT '018f0000-0000-7000-8000-000000000001', n, nullif(n - 1, 0), null, '经销商 ' || n FROM generate_series(1, 50) n;
        INSERT INTO sales.advisors SELECT '018f0000-0000-7000-8000-000000000001', n, n, '顾问' || n FROM generate_series(1, 50) n;
        UPDATE sales.dealers SET star_advisor_id = 51 - id;
        INSERT INTO sales.events (tenant_id, at, dealer_id, body, photo)
            SELECT '018f0000-0000-7000-8000-000000000001', timestamptz '2026-02-20 00:00+00' + n * interval '1 hour', n % 50 + 1,
                jsonb_build_object('n', n, 'words', E'引号" 换行\n 🚗'), decode(md5(n::text), 'hex') FROM generate_series(1, 5000) n;
        ALTER TABLE "Odd schema"."Odd ""table" DISABLE TRIGGER alarm;
        INSERT INTO "Odd schema"."Odd ""table" VALUES (-1.50, 'infinity'), (NULL, NULL);
        ALTER TABLE "Odd schema"."Odd ""table" ENABLE TRIGGER alarm;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("autoportal-backup-").FullName;

    private string Archive => Path.Combine(_folder, "portal.backup");

    [Fact]
    public async Task A_fresh_database_gets_back_every_row_and_the_next_numbers()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync();

        var backup = await BackUpAsync(source);
        var restored = await RestoreAsync(target);

        backup.Rows.ShouldBe(5102);
        restored.ShouldBe(backup);
        (await SumsAsync(target)).ShouldBe(await SumsAsync(source));
        (await AskAsync(target, "SELECT count(*) FROM sales.events_2026_03")).ShouldBe(31L * 24);
        (await AskAsync(target, "INSERT INTO sales.events (tenant_id, at) VALUES (gen_random_uuid(), now()) RETURNING id")).ShouldBe(5001L);
    }

    [Fact]
    public async Task What_stood_there_before_is_replaced_and_keys_and_triggers_hold_again()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync(Rows, "DELETE FROM sales.events WHERE id > 7; UPDATE sales.dealers SET name = 'old'");
        var keys = await AskAsync(target, KeyDefinitions);

        await BackUpAsync(source);
        await RestoreAsync(target);

        (await SumsAsync(target)).ShouldBe(await SumsAsync(source));
        (await AskAsync(target, KeyDefinitions)).ShouldBe(keys);
        (await Should.ThrowAsync<PostgresException>(() => AskAsync(target, "UPDATE sales.dealers SET star_advisor_id = 99"))).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
        (await Should.ThrowAsync<PostgresException>(() => AskAsync(target, "INSERT INTO \"Odd schema\".\"Odd \"\"table\" VALUES (-2)"))).MessageText.ShouldBe("fired");
    }

    [Fact]
    public async Task A_backup_is_one_moment_though_the_portal_goes_on_writing()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync();
        using var done = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await AskAsync(source, "WITH d AS (INSERT INTO sales.dealers SELECT tenant_id, max(id) + 1, max(id), null, 'new' FROM sales.dealers GROUP BY 1 RETURNING *) INSERT INTO sales.advisors SELECT tenant_id, id, id, name FROM d");
            }
        });

        await BackUpAsync(source);
        await done.CancelAsync();
        await writer;

        await RestoreAsync(target);
        (await AskAsync(target, "SELECT count(*) = (SELECT count(*) FROM sales.advisors) FROM sales.dealers")).ShouldBe(true);
    }

    [Fact]
    public async Task A_database_at_another_migration_is_refused_in_one_line_and_keeps_its_rows()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync(Rows, "INSERT INTO sales.__ef_migrations VALUES ('20260301000000_AddPool', '10')");
        var before = await SumsAsync(target);

        await BackUpAsync(source);
        var refusal = await Should.ThrowAsync<DatabaseBackupException>(() => RestoreAsync(target));

        refusal.Message.ShouldBe("The backup stands at migration 20260201000000_AddHeat of sales, this database at 20260301000000_AddPool: restore with the version of the portal that made the backup.");
        (await SumsAsync(target)).ShouldBe(before);
    }

    [Fact]
    public async Task A_damaged_archive_changes_nothing()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync(Rows, "DELETE FROM sales.events");
        var before = await SumsAsync(target);
        await BackUpAsync(source);
        await using (var archive = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update))
        {
            await using var rows = await archive.GetEntry("sales/events.copy")!.OpenAsync();
            rows.Seek(-30, SeekOrigin.End); // Inside the last photo: only the checksum can tell.
            rows.WriteByte(7);
        }

        var refusal = await Should.ThrowAsync<DatabaseBackupException>(() => RestoreAsync(target));

        refusal.Message.ShouldNotContain("\n");
        (await SumsAsync(target)).ShouldBe(before);
    }

    [Theory]
    [InlineData("hello, I am no archive")]
    [InlineData("")]
    public async Task A_file_that_is_no_backup_is_refused_in_one_line(string text)
    {
        await using var target = await DatabaseAsync();
        await File.WriteAllTextAsync(Archive, text);

        var refusal = await Should.ThrowAsync<DatabaseBackupException>(() => RestoreAsync(target));

        refusal.Message.ShouldStartWith(Archive);
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_database_in_use_during_the_restore_is_refused_and_nothing_is_lost()
    {
        await using var source = await DatabaseAsync(Rows);
        await using var target = await DatabaseAsync(Rows);
        await BackUpAsync(source);
        await using var busy = new NpgsqlConnection(target.Connections.PortalOwner);
        await busy.OpenAsync();
        await using var reading = await busy.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT count(*) FROM sales.dealers", busy))
        {
            await command.ExecuteScalarAsync();
        }

        var refusal = await Should.ThrowAsync<DatabaseBackupException>(() => DatabaseBackup.RestoreAsync(target.Connections.PortalOwner, Archive, TimeSpan.FromMilliseconds(200), default));

        refusal.Message.ShouldStartWith("The database is in use");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named_and_no_half_file_stays()
    {
        await using var source = await DatabaseAsync();
        var file = Path.Combine(_folder, "missing", "portal.backup");

        var refusal = await Should.ThrowAsync<DatabaseBackupException>(() => DatabaseBackup.BackupAsync(source.Connections.PortalOwner, file, TimeProvider.System, default));

        refusal.Message.ShouldContain(file);
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string KeyDefinitions =
        "SELECT string_agg(conname || pg_get_constraintdef(oid), E'\\n' ORDER BY conname) FROM pg_constraint WHERE contype = 'f' AND conparentid = 0";

    private Task<BackupSummary> BackUpAsync(TestDatabase database)
        => DatabaseBackup.BackupAsync(database.Connections.PortalOwner, Archive, TimeProvider.System, default);

    private Task<BackupSummary> RestoreAsync(TestDatabase database)
        => DatabaseBackup.RestoreAsync(database.Connections.PortalOwner, Archive, default);

    private static async Task<TestDatabase> DatabaseAsync(params string[] scripts)
    {
        var template = await TestCluster.TemplateAsync("backup_tests", connections => RunAsync(connections.PortalOwner, Schema));
        var database = await TestCluster.CreateDatabaseAsync(template);
        foreach (var script in scripts)
        {
            await RunAsync(database.Connections.PortalOwner, script);
        }

        return database;
    }

    private static async Task<string> SumsAsync(TestDatabase database)
    {
        var sums = new List<string>();
        foreach (var table in new[] { "sales.dealers", "sales.advisors", "sales.events", "\"Odd schema\".\"Odd \"\"table\"" })
        {
            sums.Add($"{table} {await AskAsync(database, $"SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {table} t")}");
        }

        return string.Join('\n', sums);
    }

    private static Task<object?> AskAsync(TestDatabase database, string sql) => RunAsync(database.Connections.PortalOwner, sql);

    private static async Task<object?> RunAsync(string login, string sql)
    {
        await using var connection = new NpgsqlConnection(login);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
