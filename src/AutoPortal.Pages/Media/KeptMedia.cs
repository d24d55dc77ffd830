using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>The library's rows: one for each file and owner.</summary>
internal static class KeptMedia
{
    /// <summary>Keeps a picture or film, or finds the row of whoever brought the same file before, or at this very moment.</summary>
    public static async Task<Outcome<MediaPicture>> KeepOnceAsync(this IDbContextFactory<PagesDb> dbs, MediaPicture fresh, CancellationToken ct)
    {
        if (await FindAsync(dbs, fresh, ct) is { } known)
        {
            return known;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        db.MediaPictures.Add(fresh);
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? fresh : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return await FindAsync(dbs, fresh, ct) is { } theirs ? theirs : MediaRefusals.NotFound;
        }
    }

    private static async Task<MediaPicture?> FindAsync(IDbContextFactory<PagesDb> dbs, MediaPicture like, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.MediaPictures.AsNoTracking().FirstOrDefaultAsync(p => p.Sha256 == like.Sha256 && p.DealerId == like.DealerId, ct);
    }
}
