using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>Names a picture and says what it shows.</summary>
internal sealed class DescribePicture(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid id, string name, string alt, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.MediaPictures.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture)
        {
            return MediaRefusals.NotFound;
        }

        picture.Describe(name, alt);
        return await db.SaveAsync(ct);
    }
}

/// <summary>Takes a picture out of the library, unless a page or one of its versions shows it.</summary>
internal sealed class RemovePicture(IDbContextFactory<PagesDb> dbs, MediaQueries media, Kernel.Files.FileStore files, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        var usage = await media.UsageAsync(id, ct);
        if (usage.Count > 0)
        {
            return MediaRefusals.IsUsed(usage.Count);
        }

        string[] stored;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            if (await db.MediaPictures.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture)
            {
                return MediaRefusals.NotFound;
            }

            stored = picture.Files;
            db.Remove(picture);
            var saved = await db.SaveAsync(ct);
            if (!saved.IsOk)
            {
                return saved;
            }
        }

        // The row first: a file without a row wastes room, a row without its file would be a broken picture.
        foreach (var sha256 in stored)
        {
            await files.RemoveAsync(sha256, ct);
        }

        return Outcome.Ok;
    }
}
