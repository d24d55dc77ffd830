using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media.Films;

/// <summary>Gives a film the picture that stands for it until it is played.</summary>
internal sealed class ChoosePoster(IDbContextFactory<PagesDb> dbs, CurrentScope scope)
{
    /// <param name="filmId">The film.</param>
    /// <param name="pictureId">A picture of the library; null takes the poster away.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> RunAsync(Guid filmId, Guid? pictureId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.SeenPictures().SingleOrDefaultAsync(p => p.Id == filmId && p.FilmType != null, ct) is not { } film
            || (pictureId is { } poster && !await db.SeenPictures().AnyAsync(p => p.Id == poster && p.FilmType == null, ct)))
        {
            return MediaRefusals.NotFound;
        }

        if (!MediaOwner.MayChange(scope, film))
        {
            return MediaRefusals.IsHqs;
        }

        film.ShowFirst(pictureId);
        return await db.SaveAsync(ct);
    }
}
