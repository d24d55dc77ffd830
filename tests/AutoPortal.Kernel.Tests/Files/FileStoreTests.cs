using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Files.Data;
using AutoPortal.Kernel.Tests.SampleShop;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Kernel.Tests.Files;

public sealed class FileStoreTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task A_file_comes_back_byte_for_byte_over_its_chunks_and_its_type_is_sniffed()
    {
        await using var tenant = sample.Tenant();
        var bytes = Png(FileStore.ChunkBytes * 2 + 17);

        var file = (await tenant.Get<FileStore>().PutAsync(new MemoryStream(bytes), "../../etc/picture.exe", default)).Value!;
        using var back = new MemoryStream();
        await tenant.Get<FileStore>().CopyToAsync(file, back, default);

        back.ToArray().ShouldBe(bytes);
        file.ContentType.ShouldBe("image/png");
        file.Name.ShouldBe("picture.exe");
    }

    [Fact]
    public async Task The_same_bytes_sent_by_many_at_once_are_stored_once()
    {
        await using var tenant = sample.Tenant();
        var bytes = Png(1_000);

        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var person = tenant.As(f => f);
            return (await person.Get<FileStore>().PutAsync(new MemoryStream(bytes), "a.png", default)).Value!.Id;
        }));

        files.Distinct().ShouldHaveSingleItem();
        (await tenant.ReadAsync<FilesDb, int>(db => db.Files.CountAsync())).ShouldBe(1);
        (await tenant.ReadAsync<FilesDb, int>(db => db.Chunks.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Another_tenants_file_does_not_exist_here_though_its_hash_is_known()
    {
        await using var one = sample.Tenant();
        await using var two = sample.Tenant();
        var file = (await one.Get<FileStore>().PutAsync(new MemoryStream(Png(500)), "a.png", default)).Value!;

        (await two.Get<FileStore>().FindAsync(file.Sha256, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_known_kind_or_too_large_is_refused_and_leaves_nothing()
    {
        await using var tenant = sample.Tenant();
        var store = tenant.Get<FileStore>();

        (await store.PutAsync(new MemoryStream("<svg onload=alert(1)>"u8.ToArray()), "a.png", default)).Refusal.ShouldBe(FileStore.UnknownType);
        (await store.PutAsync(new MemoryStream(Png((int)FileStore.MaxBytes + 1)), "a.png", default)).Refusal.ShouldBe(FileStore.TooLarge);
        (await tenant.ReadAsync<FilesDb, int>(db => db.Files.CountAsync())).ShouldBe(0);
    }

    private static byte[] Png(int length)
    {
        var bytes = new byte[length];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(bytes, 0);
        for (var i = 8; i < length; i++)
        {
            bytes[i] = (byte)(i * 31);
        }

        return bytes;
    }
}
