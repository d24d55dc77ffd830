using AutoPortal.Kernel.Files.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Files;

/// <summary>A stored file that can be sought in, one chunk in memory at a time; no connection is held between two reads.</summary>
internal sealed class ChunkStream(IDbContextFactory<FilesDb> dbs, StoredFile file) : Stream
{
    private byte[] _chunk = [];
    private long _number = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.FileBytes;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = _position / FileStore.ChunkBytes;
        if (number != _number)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            _chunk = await db.Chunks.AsNoTracking().Where(c => c.FileId == file.Id && c.Number == (int)number).Select(c => c.Data).SingleAsync(cancellationToken);
            _number = number;
        }

        var from = (int)(_position % FileStore.ChunkBytes);
        var read = Math.Min(buffer.Length, _chunk.Length - from);
        _chunk.AsMemory(from, read).CopyTo(buffer);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
