using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Files;

/// <summary>A file of a tenant, known by the SHA-256 of its bytes: the same bytes are stored once.</summary>
public sealed class StoredFile : TenantEntity
{
    private StoredFile()
    {
    }

    internal StoredFile(Guid id, string sha256, string contentType, string name, long fileBytes, DateTimeOffset at)
    {
        Id = id;
        Sha256 = sha256;
        ContentType = contentType;
        Name = name;
        FileBytes = fileBytes;
        StoredAt = at;
    }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>As sniffed from the bytes, never as claimed by the sender.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Name it came with, without path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Size.</summary>
    public long FileBytes { get; private set; }

    /// <summary>When it first came.</summary>
    public DateTimeOffset StoredAt { get; private set; }
}

/// <summary>A piece of a stored file, at most <see cref="FileStore.ChunkBytes"/> long.</summary>
[NotAudited]
public sealed class FileChunk : TenantEntity
{
    private FileChunk()
    {
    }

    internal FileChunk(Guid id, Guid fileId, int number, byte[] data)
    {
        Id = id;
        FileId = fileId;
        Number = number;
        Data = data;
    }

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Place in the file, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Data { get; private set; } = [];
}
