using AutoPortal.Kernel;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media.Films;

/// <summary>Takes a film into the library. It lies in a file of the node while it is looked at, so that memory does not grow with it.</summary>
internal sealed class AddFilm(IDbContextFactory<PagesDb> dbs, FileStore files, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Largest film taken: 50 MB.</summary>
    public const long MaxBytes = 50 * 1024 * 1024;

    private const int BufferBytes = 64 * 1024;

    /// <param name="content">The sender's file; reading stops as soon as it proves too large.</param>
    /// <param name="name">Its name.</param>
    /// <param name="progress">Hears how many bytes have come, or null.</param>
    /// <param name="ct">Gives up; nothing is kept then.</param>
    public async Task<Outcome<MediaPicture>> RunAsync(Stream content, string name, IProgress<long>? progress, CancellationToken ct)
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

        await using var file = Place();
        if (!await ReceiveAsync(content, file, progress, ct))
        {
            return MediaRefusals.FilmIsTooLarge;
        }

        var facts = await Task.Run(() => FilmFile.Clean(file), ct);
        return facts.IsOk ? await KeepAsync(file, facts.Value, name, owner.Value, ct) : facts.Refusal;
    }

    private static FileStream Place()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = BufferBytes, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(Path.Combine(Path.GetTempPath(), $"film-{Path.GetRandomFileName()}"), options);
    }

    private static async Task<bool> ReceiveAsync(Stream content, FileStream file, IProgress<long>? progress, CancellationToken ct)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (file.Position + read > MaxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), ct);
            progress?.Report(file.Position);
        }

        await file.FlushAsync(ct);
        return true;
    }

    private async Task<Outcome<MediaPicture>> KeepAsync(FileStream file, FilmFacts facts, string name, Guid? dealerId, CancellationToken ct)
    {
        await file.FlushAsync(ct);
        var stored = await files.PutLargeAsync(file, $"film.{facts.Type}", facts.ContentType, ct);
        if (!stored.IsOk)
        {
            return stored.Refusal;
        }

        return await dbs.KeepOnceAsync(MediaPicture.Film(Ids.New(clock), Path.GetFileNameWithoutExtension(name), facts, stored.Value, dealerId, scope.UserId, clock.GetUtcNow()), ct);
    }
}
