using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace AutoPortal.Kernel.Postgres.Backup;

/// <summary>What an archive holds.</summary>
/// <param name="Tables">Number of tables, partitions not counted.</param>
/// <param name="Rows">Rows of all of them.</param>
/// <param name="MadeAt">When the snapshot was taken.</param>
public sealed record BackupSummary(int Tables, long Rows, DateTimeOffset MadeAt);

/// <summary>Writes all rows of the portal's database into one compressed file, and reads it back.</summary>
/// <remarks>Not pg_dump: the embedded server comes without it, and the tables themselves are made by migrations.</remarks>
public static partial class DatabaseBackup
{
    /// <summary>Backs up while the portal runs: everything comes from one snapshot.</summary>
    /// <param name="ownerConnection">Login <c>PortalOwner</c>.</param>
    /// <param name="file">The archive; an older file of that name is replaced once the new one is whole.</param>
    /// <param name="clock">Dates the archive.</param>
    /// <param name="ct">Leaves no file behind.</param>
    /// <exception cref="DatabaseBackupException">In one line, why there is no archive.</exception>
    public static async Task<BackupSummary> BackupAsync(string ownerConnection, string file, TimeProvider clock, CancellationToken ct)
    {
        var draft = Path.GetFullPath(file) + ".part";
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(draft, NewPrivateFile()))
            {
                await using var session = await OwnerSession.OpenAsync(ownerConnection, IsolationLevel.RepeatableRead, ct);
                manifest = await WriteAsync(session, stream, clock, ct);
            }

            File.Move(draft, file, overwrite: true);
            return Summary(manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw new DatabaseBackupException($"The database was not backed up to {file}: {OneLine(e)}", e);
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(draft)))
            {
                File.Delete(draft);
            }
        }
    }

    private static async Task<BackupManifest> WriteAsync(OwnerSession session, Stream stream, TimeProvider clock, CancellationToken ct)
    {
        var madeAt = clock.GetUtcNow();
        var server = await session.OneAsync<string>("SELECT current_setting('server_version')", ct);
        var histories = await DatabaseCatalogue.HistoriesAsync(session, ct);
        var partitions = await DatabaseCatalogue.PartitionsAsync(session, ct);
        var tables = new List<BackedUpTable>();

        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var table in await DatabaseCatalogue.TablesAsync(session, ct))
        {
            tables.Add(await WriteTableAsync(session, archive, table, ct));
        }

        // Sequences know no snapshot. Read after the rows they are never behind them.
        var sequences = await DatabaseCatalogue.SequencesAsync(session, ct);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, madeAt, server, histories, tables, partitions, sequences);
        await using var entry = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, ct);
        return manifest;
    }

    private static async Task<BackedUpTable> WriteTableAsync(OwnerSession session, ZipArchive archive, CatalogueTable table, CancellationToken ct)
    {
        var name = $"{table.Schema}/{table.Name}.copy";
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct))
        await using (var rows = await session.Connection.BeginRawBinaryCopyAsync($"COPY (SELECT {table.ColumnsSql} FROM {table.Sql}) TO STDOUT (FORMAT binary)", ct))
        {
            await CopyAsync(rows, entry, sha, ct);
        }

        var count = await session.OneAsync<long>($"SELECT count(*) FROM {table.Sql}", ct);
        return new(table, name, count, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    private static async Task CopyAsync(Stream from, Stream to, IncrementalHash sha, CancellationToken ct)
    {
        var buffer = new byte[128 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, ct)) > 0)
        {
            sha.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    private static FileStreamOptions NewPrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static BackupSummary Summary(BackupManifest manifest)
        => new(manifest.Tables.Count, manifest.Tables.Sum(t => t.Rows), manifest.MadeAt);

    private static string OneLine(Exception e)
        => (e is PostgresException p ? p.MessageText : e.Message).ReplaceLineEndings(" ");
}
