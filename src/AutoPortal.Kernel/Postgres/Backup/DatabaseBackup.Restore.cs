using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace AutoPortal.Kernel.Postgres.Backup;

public static partial class DatabaseBackup
{
    /// <summary>Replaces all rows of a database that stands at the same migrations. All or nothing: a failure leaves it as it was.</summary>
    /// <param name="ownerConnection">Login <c>PortalOwner</c>; the portal should be stopped, for its caches know nothing of this.</param>
    /// <param name="file">An archive of <see cref="BackupAsync"/>.</param>
    /// <param name="ct">Rolls back.</param>
    /// <exception cref="DatabaseBackupException">In one line, why nothing was restored.</exception>
    public static Task<BackupSummary> RestoreAsync(string ownerConnection, string file, CancellationToken ct)
        => RestoreAsync(ownerConnection, file, TimeSpan.FromSeconds(20), ct);

    internal static async Task<BackupSummary> RestoreAsync(string ownerConnection, string file, TimeSpan lockWithin, CancellationToken ct)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, ct);
            var manifest = await ReadManifestAsync(archive, file, ct);
            await using var session = await OwnerSession.OpenAsync(ownerConnection, IsolationLevel.ReadCommitted, ct);
            await session.ExecuteAsync($"SET LOCAL lock_timeout = {(int)lockWithin.TotalMilliseconds}", ct);
            var tables = await MatchAsync(session, manifest, ct);
            await ReplaceAsync(session, archive, manifest, tables, ct);
            await session.CommitAsync(ct);
            await AnalyseAsync(session, tables, ct);
            return Summary(manifest);
        }
        catch (InvalidDataException e)
        {
            throw new DatabaseBackupException($"{file} is not a whole backup of this portal: {OneLine(e)}", e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new DatabaseBackupException("The database is in use: stop the portal, then restore again. Nothing was changed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw new DatabaseBackupException($"{file} was not restored: {OneLine(e)} Nothing was changed.", e);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, string file, CancellationToken ct)
    {
        if (archive.GetEntry(BackupManifest.EntryName) is not { } entry)
        {
            throw new DatabaseBackupException($"{file} is not a backup of this portal: it has no {BackupManifest.EntryName}.");
        }

        try
        {
            await using var stream = await entry.OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, JsonSerializerOptions.Web, ct);
            return manifest is { Format: BackupManifest.CurrentFormat }
                ? manifest
                : throw new DatabaseBackupException($"{file} has format {manifest?.Format}; this portal reads format {BackupManifest.CurrentFormat}.");
        }
        catch (JsonException e)
        {
            throw new DatabaseBackupException($"{file} is not a backup of this portal: its {BackupManifest.EntryName} cannot be read.", e);
        }
    }

    /// <returns>The database's own tables, after it was made sure that they are those of the archive.</returns>
    private static async Task<List<CatalogueTable>> MatchAsync(OwnerSession session, BackupManifest manifest, CancellationToken ct)
    {
        var here = await DatabaseCatalogue.HistoriesAsync(session, ct);
        foreach (var schema in manifest.Histories.Concat(here).Select(h => h.Schema).Distinct(StringComparer.Ordinal))
        {
            var theirs = manifest.Histories.FirstOrDefault(h => h.Schema == schema)?.Migrations ?? [];
            var ours = here.Find(h => h.Schema == schema)?.Migrations ?? [];
            if (!theirs.SequenceEqual(ours, StringComparer.Ordinal))
            {
                throw new DatabaseBackupException(
                    $"The backup stands at migration {theirs.LastOrDefault() ?? "(none)"} of {schema}, this database at {ours.LastOrDefault() ?? "(none)"}: restore with the version of the portal that made the backup.");
            }
        }

        var tables = await DatabaseCatalogue.TablesAsync(session, ct);
        var other = manifest.Tables.Select(t => t.Table).FirstOrDefault(t => !tables.Exists(t.IsLike))
            ?? tables.Find(t => !manifest.Tables.Any(b => b.Table.IsLike(t)));
        return other is null
            ? tables
            : throw new DatabaseBackupException($"The table {other.Schema}.{other.Name} is not the same in the backup and in this database, though both stand at the same migrations.");
    }

    private static async Task ReplaceAsync(OwnerSession session, ZipArchive archive, BackupManifest manifest, List<CatalogueTable> tables, CancellationToken ct)
    {
        // Only a superuser may switch foreign keys off. The owner drops them and makes them again at the end, which
        // also spares sorting tables whose keys run in circles, and checks each key once instead of row by row.
        var keys = await session.ListAsync(
            """
            SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
            FROM pg_constraint c WHERE c.contype = 'f' AND c.conparentid = 0
            """,
            row => (Table: row.GetString(0), Name: row.GetString(1), Definition: row.GetString(2)),
            ct);
        var triggers = await session.ListAsync(
            """
            SELECT t.tgrelid::regclass::text, quote_ident(t.tgname)
            FROM pg_trigger t WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled = 'O'
            """,
            row => (Table: row.GetString(0), Name: row.GetString(1)),
            ct);

        await EachAsync(keys, k => $"ALTER TABLE {k.Table} DROP CONSTRAINT {k.Name}");
        await EachAsync(triggers, t => $"ALTER TABLE {t.Table} DISABLE TRIGGER {t.Name}");
        await EachAsync(tables, t => $"TRUNCATE {t.Sql}");
        await AddPartitionsAsync(session, manifest, ct);
        foreach (var table in tables)
        {
            await ReadTableAsync(session, archive, manifest.Tables.Single(t => t.Table.IsLike(table)), table, ct);
        }

        await session.ExecuteAsync("SET CONSTRAINTS ALL IMMEDIATE", ct);
        await EachAsync(keys, k => $"ALTER TABLE {k.Table} ADD CONSTRAINT {k.Name} {k.Definition}");
        await EachAsync(triggers, t => $"ALTER TABLE {t.Table} ENABLE TRIGGER {t.Name}");
        await EachAsync(
            manifest.Sequences,
            s => $"SELECT setval({Quote.Text($"{Quote.Name(s.Schema)}.{Quote.Name(s.Name)}")}, {s.LastValue}, {(s.IsCalled ? "true" : "false")})");

        async Task EachAsync<T>(IEnumerable<T> things, Func<T, string> sql)
        {
            foreach (var thing in things)
            {
                await session.ExecuteAsync(sql(thing), ct);
            }
        }
    }

    // A fresh database has the partitions of today, the archive those of its own days.
    private static async Task AddPartitionsAsync(OwnerSession session, BackupManifest manifest, CancellationToken ct)
    {
        var here = await DatabaseCatalogue.PartitionsAsync(session, ct);
        foreach (var partition in manifest.Partitions.Where(p => !here.Exists(h => h.Schema == p.Schema && h.Name == p.Name)))
        {
            if (!Bound().IsMatch(partition.Bound) || partition.SubdividedBy?.Contains(';', StringComparison.Ordinal) == true)
            {
                throw new InvalidDataException($"The partition {partition.Schema}.{partition.Name} has no valid bounds.");
            }

            var subdivided = partition.SubdividedBy is { } by ? $" PARTITION BY {by}" : "";
            await session.ExecuteAsync(
                $"CREATE TABLE {Quote.Name(partition.Schema)}.{Quote.Name(partition.Name)} PARTITION OF {Quote.Name(partition.ParentSchema)}.{Quote.Name(partition.Parent)} {partition.Bound}{subdivided}",
                ct);
        }
    }

    private static async Task ReadTableAsync(OwnerSession session, ZipArchive archive, BackedUpTable stored, CatalogueTable table, CancellationToken ct)
    {
        var entry = archive.GetEntry(stored.Entry) ?? throw new InvalidDataException($"The rows of {table.Schema}.{table.Name} are missing.");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var rows = await entry.OpenAsync(ct);
        await using (var copy = await session.Connection.BeginRawBinaryCopyAsync($"COPY {table.Sql} ({table.ColumnsSql}) FROM STDIN (FORMAT binary)", ct))
        {
            try
            {
                await CopyAsync(rows, copy, sha, ct);
            }
            catch (InvalidDataException)
            {
                await copy.CancelAsync();
                throw;
            }
        }

        if (Convert.ToHexStringLower(sha.GetHashAndReset()) != stored.Sha256)
        {
            throw new InvalidDataException($"The rows of {table.Schema}.{table.Name} are damaged.");
        }
    }

    // Until autovacuum comes by, plans would be made for empty tables.
    private static async Task AnalyseAsync(OwnerSession session, List<CatalogueTable> tables, CancellationToken ct)
    {
        if (tables.Count > 0)
        {
            await session.ExecuteAsync($"ANALYZE {string.Join(", ", tables.Select(t => t.Sql))}", ct);
        }
    }

    [GeneratedRegex("^(DEFAULT|FOR VALUES [^;]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bound();
}
