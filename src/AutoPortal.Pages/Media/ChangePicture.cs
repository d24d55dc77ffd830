using AutoPortal.Kernel.Data;
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
        if (await db.SeenPictures().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture)
        {
            return MediaRefusals.NotFound;
        }

        if (!MediaOwner.MayChange(scope, picture))
        {
            return MediaRefusals.IsHqs;
        }

        picture.Describe(name, alt);
        return await db.SaveAsync(ct);
    }
}

/// <summary>Takes a picture or film out of the library, unless a page or one of its versions shows it, or a film begins with it.</summary>
internal sealed class RemovePicture(IDbContextFactory<PagesDb> dbs, MediaQueries media, Kernel.Files.FileStore files, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid id, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        if (await media.CountUsesAsync(id, ct) is > 0 and var pages)
        {
            return MediaRefusals.IsUsed(pages);
        }

        if (await media.IsPosterAsync(id, ct))
        {
            return MediaRefusals.IsPoster;
        }

        var removed = await RemoveAsync(id, ct);
        if (!removed.IsOk)
        {
            return removed.Refusal;
        }

        // The row first: a file without a row wastes room, a row without its file would be a broken picture.
        foreach (var sha256 in removed.Value)
        {
            await files.RemoveAsync(sha256, ct);
        }

        return Outcome.Ok;
    }

    /// <returns>Files that nobody else's picture needs.</returns>
    private async Task<Outcome<string[]>> RemoveAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.SeenPictures().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } picture)
        {
            return MediaRefusals.NotFound;
        }

        if (!MediaOwner.MayChange(scope, picture))
        {
            return MediaRefusals.IsHqs;
        }

        var isShared = await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).AnyAsync(p => p.Id != id && p.Sha256 == picture.Sha256, ct);
        db.Remove(picture);
        try
        {
            var saved = await db.SaveAsync(ct);
            return !saved.IsOk ? saved.Refusal : isShared ? Array.Empty<string>() : picture.Files;
        }
        catch (DbUpdateException fault) when (fault.IsForeignKeyViolation())
        {
            return MediaRefusals.IsUsed(1);
        }
    }
}
