using AutoPortal.Kernel.Files;
using AutoPortal.Pages.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AutoPortal.Pages.Media.Films;

/// <summary>Gives uploaded films to everybody, whole or in the stretches that a player asks for.</summary>
internal static class FilmEndpoint
{
    public static async Task<IResult> GetAsync(FilmAddress address, HttpContext http, IDbContextFactory<PagesDb> dbs, FileStore files, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.MediaPictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == address.Id && p.FilmType == address.Type && p.Width == address.Width && p.Height == address.Height, ct) is not { } film
            || await files.FindAsync(film.Sha256, ct) is not { } file)
        {
            return Results.NotFound();
        }

        MediaEndpoint.Say(http.Response.Headers);
        return Results.Stream(files.Open(file), FilmFacts.ContentTypeOf(address.Type), entityTag: new EntityTagHeaderValue($"\"{film.Sha256[..32]}\""), enableRangeProcessing: true);
    }
}
