using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Preview;

/// <summary>Makes a link by which somebody without an account looks at a draft or a version for a while.</summary>
internal sealed class CreatePreview(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    /// <summary>Longest life of a link.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <param name="pageId">The page.</param>
    /// <param name="version">The version to show; null for the draft as it is when somebody looks.</param>
    /// <param name="life">How long it opens; more than <see cref="LongestLife"/> is cut.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The path of the link, such as <c>/chenxing/preview/…</c>; it can be read here only, the word itself is not kept.</returns>
    public async Task<Outcome<PreviewLink>> RunAsync(Guid pageId, int? version, TimeSpan life, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!await db.Pages.AnyAsync(p => p.Id == pageId, ct)
            || (version is { } number && !await db.PageVersions.AnyAsync(v => v.PageId == pageId && v.Number == number, ct)))
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        var token = PreviewToken.New();
        var expiresAt = now + (life < LongestLife ? life : LongestLife);
        var preview = new PagePreview(Ids.New(now), pageId, version, PreviewToken.Hash(token), scope.UserId, now, expiresAt);
        db.PagePreviews.Add(preview);
        var saved = await db.SaveAsync(ct);
        return saved.IsOk ? new PreviewLink(preview.Id, $"/{scope.TenantIdentifier}/preview/{token}", expiresAt) : saved.Refusal;
    }
}

/// <summary>A link that was just made.</summary>
internal sealed record PreviewLink(Guid Id, string Path, DateTimeOffset ExpiresAt);
