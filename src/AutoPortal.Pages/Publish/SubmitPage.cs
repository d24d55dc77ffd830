using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Lint;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

/// <summary>Hands the present draft in for review. It is fixed as a version, so what is reviewed is what will be shown.</summary>
internal sealed class SubmitPage(IDbContextFactory<PagesDb> dbs, PageLinter linter, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid pageId, ReleaseWish wish, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        var now = clock.GetUtcNow();
        if (Misplanned(wish, now) is { } misplanned)
        {
            return misplanned;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Pages.SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page)
        {
            return Refusal.NotFound;
        }

        if (page.IsArchived)
        {
            return PageRefusals.IsArchived;
        }

        if (await db.PageReleases.AnyAsync(r => r.PageId == pageId && (r.State == ReleaseState.Reviewing || r.State == ReleaseState.Scheduled), ct))
        {
            return PageRefusals.IsOnItsWay;
        }

        var faults = (await linter.CheckAsync(page, ct)).Count(f => f.Severity is LintSeverity.Error);
        if (faults > 0)
        {
            return PageRefusals.HasFaults(faults);
        }

        var version = page.Fix(Ids.New(now), scope.UserId, now);
        var release = PageRelease.Submit(Ids.New(now), version, wish, scope.UserId, now);
        db.PageVersions.Add(version);
        db.PageReleases.Add(release);
        db.Announce(PageTopics.Releases, pageId.ToString());
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? release.Id : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return PageRefusals.IsOnItsWay;
        }
    }

    private static Refusal? Misplanned(ReleaseWish wish, DateTimeOffset now)
        => wish.LiveUntil <= now ? PageRefusals.PeriodIsOver
            : wish.LiveUntil <= wish.LiveFrom ? PageRefusals.PeriodIsUpsideDown
            : null;
}
