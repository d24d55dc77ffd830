using AutoPortal.Kernel;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>Takes a picture into the library, as HQ's or as the dealer's whose people send it.</summary>
internal sealed class AddPicture(IDbContextFactory<PagesDb> dbs, FileStore files, CurrentScope scope, PictureBench bench, TimeProvider clock)
{
    /// <param name="content">The sender's file; reading stops as soon as it proves too large.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<MediaPicture>> RunAsync(Stream content, string name, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        var owner = MediaOwner.Of(scope);
        if (!owner.IsOk)
        {
            return owner.Refusal;
        }

        if (await ReadAsync(content, ct) is not { } file)
        {
            return MediaRefusals.TooLarge;
        }

        var made = await bench.MakeAsync(file, ct);
        return made.IsOk ? await KeepAsync(made.Value, name, owner.Value, ct) : made.Refusal;
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > FileStore.MaxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private async Task<Outcome<MediaPicture>> KeepAsync(MadePicture made, string name, Guid? dealerId, CancellationToken ct)
    {
        var stored = new List<string>();
        foreach (var file in made.Files)
        {
            using var bytes = new MemoryStream(file.Bytes, writable: false);
            var put = await files.PutAsync(bytes, $"{file.Width}.webp", ct);
            if (!put.IsOk)
            {
                return put.Refusal;
            }

            stored.Add(put.Value.Sha256);
        }

        return await dbs.KeepOnceAsync(new(Ids.New(clock), Path.GetFileNameWithoutExtension(name), made, stored, dealerId, scope.UserId, clock.GetUtcNow()), ct);
    }
}

/// <summary>Where pictures are made, one at a time on a node: unpacked ones are large.</summary>
internal sealed class PictureBench : IDisposable
{
    private readonly SemaphoreSlim _place = new(1);

    public async Task<Outcome<MadePicture>> MakeAsync(byte[] file, CancellationToken ct)
    {
        await _place.WaitAsync(ct);
        try
        {
            return await Task.Run(() => PictureMaker.Make(file), ct);
        }
        finally
        {
            _place.Release();
        }
    }

    public void Dispose() => _place.Dispose();
}
