using System.Security.Cryptography;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Files.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Files;

/// <summary>Keeps tenants' files as content-addressed chunks in PostgreSQL, so that every node has them and a backup holds them.</summary>
public sealed class FileStore
{
    /// <summary>Largest file taken: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Size of a chunk: 256 KB.</summary>
    public const int ChunkBytes = 256 * 1024;

    /// <summary>The file is larger than <see cref="MaxBytes"/>.</summary>
    public static readonly Refusal TooLarge = new("kernel.file_too_large", MaxBytes / 1024 / 1024);

    /// <summary>The bytes are none of the kinds that are taken.</summary>
    public static readonly Refusal UnknownType = new("kernel.file_type_unknown");

    private readonly IDbContextFactory<FilesDb> _dbs;
    private readonly TimeProvider _clock;

    internal FileStore(IDbContextFactory<FilesDb> dbs, TimeProvider clock)
    {
        _dbs = dbs;
        _clock = clock;
    }

    /// <summary>Stores the bytes, or finds them where the tenant has them already.</summary>
    /// <param name="content">Read to its end; at most <see cref="MaxBytes"/>.</param>
    /// <param name="name">Name to show; path parts are dropped.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    public async Task<Outcome<StoredFile>> PutAsync(Stream content, string name, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
            {
                return TooLarge;
            }

            bytes.Write(buffer, 0, read);
        }

        bytes.Position = 0;
        return FileSniffer.ContentTypeOf(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is { } contentType
            ? await StoreAsync(bytes, name, contentType, ct)
            : UnknownType;
    }

    /// <summary>Stores a large file whose size and type the caller has looked at, some chunks in memory at a time.</summary>
    /// <param name="content">Can be read twice; read from its beginning.</param>
    /// <param name="name">Name to show; path parts are dropped.</param>
    /// <param name="contentType">As sniffed by the caller.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    public Task<Outcome<StoredFile>> PutLargeAsync(Stream content, string name, string contentType, CancellationToken ct)
        => StoreAsync(content, name, contentType, ct);

    /// <summary>Finds a file of the scope's tenant.</summary>
    public async Task<StoredFile?> FindAsync(string sha256, CancellationToken ct)
    {
        await using var db = await _dbs.CreateDbContextAsync(ct);
        return await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Sha256 == sha256, ct);
    }

    /// <summary>Sizes of files of the scope's tenant by their SHA-256; unknown ones are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SizesAsync(IReadOnlyCollection<string> sha256, CancellationToken ct)
    {
        await using var db = await _dbs.CreateDbContextAsync(ct);
        return await db.Files.Where(f => sha256.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, f => f.FileBytes, ct);
    }

    /// <summary>Writes the file's bytes, one chunk in memory at a time.</summary>
    public async Task CopyToAsync(StoredFile file, Stream target, CancellationToken ct)
    {
        await using var db = await _dbs.CreateDbContextAsync(ct);
        await foreach (var data in db.Chunks.AsNoTracking().Where(c => c.FileId == file.Id).OrderBy(c => c.Number).Select(c => c.Data).AsAsyncEnumerable().WithCancellation(ct))
        {
            await target.WriteAsync(data, ct);
        }
    }

    /// <summary>The file's bytes as a stream that can be sought in, such as for a stretch that a player asks for; read asynchronously only.</summary>
    public Stream Open(StoredFile file) => new ChunkStream(_dbs, file);

    /// <summary>Lets a file go. The caller knows that nobody needs it any more.</summary>
    public async Task RemoveAsync(string sha256, CancellationToken ct)
    {
        await using var db = await _dbs.CreateDbContextAsync(ct);
        if (await db.Files.FirstOrDefaultAsync(f => f.Sha256 == sha256, ct) is not { } file)
        {
            return;
        }

        await db.Chunks.Where(c => c.FileId == file.Id).ExecuteDeleteAsync(ct);
        db.Remove(file);
        await db.SaveAsync(ct);
    }

    private async Task<Outcome<StoredFile>> StoreAsync(Stream content, string name, string contentType, CancellationToken ct)
    {
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        await using var db = await _dbs.CreateDbContextAsync(ct);
        if (await db.Files.FirstOrDefaultAsync(f => f.Sha256 == sha256, ct) is { } known)
        {
            return known;
        }

        var file = new StoredFile(Ids.New(_clock), sha256, contentType, Path.GetFileName(name), content.Length, _clock.GetUtcNow());
        // Two senders of the same bytes: the row that is there first wins, and with it its chunks.
        var added = await db.Sql().ExecuteAsync(
            """
            insert into files.stored_files (tenant_id, id, sha256, content_type, name, file_bytes, stored_at)
            values ({tenant_id}, @Id, @Sha256, @ContentType, @Name, @FileBytes, @StoredAt)
            on conflict (tenant_id, sha256) do nothing
            """,
            new { file.Id, file.Sha256, file.ContentType, file.Name, file.FileBytes, file.StoredAt }, ct);
        if (added == 0)
        {
            return await db.Files.SingleAsync(f => f.Sha256 == sha256, ct);
        }

        content.Position = 0;
        await StoreChunksAsync(db, file, content, ct);
        db.Audit("added", "stored_file", file.Id, null, new { file.Sha256, file.ContentType, file.FileBytes });
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? file : saved.Refusal;
    }

    private async Task StoreChunksAsync(FilesDb db, StoredFile file, Stream content, CancellationToken ct)
    {
        const int atOnce = 16;
        var waiting = new List<FileChunk>(atOnce);
        var buffer = new byte[ChunkBytes];
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, ct);
            if (read > 0)
            {
                waiting.Add(new FileChunk(Ids.New(_clock), file.Id, number, buffer[..read]));
            }

            if (waiting.Count == atOnce || read < ChunkBytes)
            {
                await db.InsertManyAsync(waiting, ct);
                waiting.Clear();
            }

            if (read < ChunkBytes)
            {
                return;
            }
        }
    }
}
