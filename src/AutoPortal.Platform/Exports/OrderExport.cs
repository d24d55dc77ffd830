using System.Globalization;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Exports;

/// <summary>What a person wants to take away.</summary>
/// <param name="List">Code of the list.</param>
/// <param name="View">Its tab or record; null where it has only one.</param>
/// <param name="Query">Search, filters and order of the screen.</param>
/// <param name="Columns">Codes, from left to right.</param>
/// <param name="IsCsv">A text file instead of a workbook.</param>
/// <param name="IsRevealed">Masked columns in full.</param>
/// <param name="Reason">Why; needed for personal data.</param>
internal sealed record ExportWanted(string List, string? View, PageRequest Query, IReadOnlyList<string> Columns, bool IsCsv, bool IsRevealed, string? Reason);

/// <summary>Puts an export into the queue, or before a second person where it takes more personal data than may go without one.</summary>
internal sealed class OrderExport(IDbContextFactory<PlatformDb> dbs, ExportLists lists, ExportCap cap, ExportNotices notices, CurrentScope scope, CurrentUser user, PhoneVault vault, IOptions<ExportOptions> options, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(ExportWanted wanted, CancellationToken ct)
    {
        if (lists.Find(wanted.List) is not { } list)
        {
            return ExportRefusals.UnknownList;
        }

        if (!user.May(list.Permission) || scope.Facts.MembershipId is not { } membership)
        {
            return Refusal.NotAllowed;
        }

        var columns = ColumnsOf(await list.ColumnsOfAsync(wanted.View, ct), wanted.Columns);
        var isRevealed = wanted.IsRevealed && columns.Exists(c => c.IsMasked);
        var reason = ExportReason.Tidy(wanted.Reason);
        if (WhyNot(list, wanted, columns, isRevealed, reason) is { } refusal)
        {
            return refusal;
        }

        var isPersonal = columns.Exists(c => c.IsPersonal);
        IReadOnlyList<string> codes = [.. columns.Select(c => c.Code)];
        var rows = await list.CountAsync(new(wanted.View, wanted.Query, codes, isRevealed), ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.ExportJobs.CountAsync(j => j.ById == user.Id && (j.State == ExportState.WaitingApproval || j.State == ExportState.Queued || j.State == ExportState.Writing), ct) >= options.Value.MostOpen)
        {
            return ExportRefusals.TooManyOpen(options.Value.MostOpen);
        }

        var waits = isPersonal && (isRevealed || rows is null || rows > await cap.LeftAsync(db, null, ct));
        var job = new ExportJob(
            Ids.New(clock),
            new(list.Code, wanted.View, Sealed(wanted.Query), codes, wanted.IsCsv, isRevealed, isPersonal, rows),
            new(user.Id, user.Name, membership, scope.Reach, scope.SeesAllDealers ? null : scope.DealerIds, CultureInfo.CurrentUICulture.Name),
            reason, waits, clock.GetUtcNow());
        db.Add(job);
        db.Announce(ExportTopics.Changed, "");
        db.Announce(ExportTopics.Waiting, job.Id.ToString());
        var saved = await db.SaveAsync(ct);
        if (saved.IsOk && waits)
        {
            await notices.AskAsync(job, ct);
        }

        return saved.IsOk ? job.Id : saved.Refusal;
    }

    /// <summary>The wanted columns as the list has them, its first one always among them.</summary>
    private static List<ExportColumn> ColumnsOf(IReadOnlyList<ExportColumn> known, IReadOnlyList<string> wanted)
    {
        var chosen = wanted.Distinct(StringComparer.Ordinal).Select(code => known.FirstOrDefault(c => c.Code == code)).OfType<ExportColumn>().ToList();
        return chosen.Count == 0 || chosen.Contains(known[0]) ? chosen : [known[0], .. chosen];
    }

    private Refusal? WhyNot(IExportList list, ExportWanted wanted, List<ExportColumn> columns, bool isRevealed, string reason)
        => columns.Count == 0 ? ExportRefusals.NothingChosen
            : wanted.View is { Length: > 60 } ? Refusal.NotFound
            : isRevealed && !lists.MayReveal(list) ? ExportRefusals.MayNotReveal
            : columns.Exists(c => c.IsPersonal) && reason.Length == 0 ? ExportRefusals.ReasonIsMissing
            : null;

    private ExportQuery Sealed(PageRequest query)
        => new(query.Search is { } words ? vault.Seal(scope.TenantId, words) : null, query.Sort, query.Descending, query.Filters);
}
