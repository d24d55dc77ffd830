using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Masters;
using AutoPortal.Pages.Publish;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Versions;

/// <summary>Puts an earlier version before the public again, at once: it was reviewed when it first went live.</summary>
internal sealed class RollBackPage(IDbContextFactory<PagesDb> dbs, ITenantDirectory tenants, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid pageId, int number, string reason, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Publish))
        {
            return Refusal.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return PageRefusals.ReasonIsMissing;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page
            || await db.PageVersions.SingleOrDefaultAsync(v => v.PageId == pageId && v.Number == number, ct) is not { } version)
        {
            return Refusal.NotFound;
        }

        if (!await db.PageReleases.AnyAsync(r => r.PageId == pageId && r.Version == number && r.WentLiveAt != null, ct))
        {
            return PageRefusals.WasNeverLive;
        }

        if (page.LiveVersion == number)
        {
            return Outcome.Ok;
        }

        var now = clock.GetUtcNow();
        var shown = page.MasterId is null ? version : await BroughtUpAsync(db, page, version, now, ct);
        var release = PageRelease.Direct(Ids.New(now), page.Id, shown.Number, scope.UserId, now, reason.Trim());
        db.PageReleases.Add(release);
        await GoLive.ShowAsync(db, page, shown, release, now, ct);
        db.Announce(PageTopics.Releases, page.Id.ToString());
        return await db.SaveAsync(ct);
    }

    // What HQ has changed since is not the dealer's to take back: its part comes as it is today.
    private async Task<PageVersion> BroughtUpAsync(PagesDb db, Page copy, PageVersion version, DateTimeOffset now, CancellationToken ct)
    {
        if (version.MasterVersion == copy.MasterVersion)
        {
            return version;
        }

        var document = (await CopyVersions.UpToDateAsync(db, copy, version, ct)).Document;
        var accent = (await tenants.FindAsync(scope.TenantId, ct))?.AccentColor ?? PageTheme.Default.Brand;
        var next = copy.Fix(Ids.New(now), document, PageSettings.FaceOf(document, accent), scope.UserId, now);
        db.PageVersions.Add(next);
        return next;
    }
}
