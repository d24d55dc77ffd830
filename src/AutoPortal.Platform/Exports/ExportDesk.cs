using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports;

/// <summary>Answers the dialog of every list.</summary>
internal sealed class ExportDesk(IDbContextFactory<PlatformDb> dbs, ExportLists lists, ExportCap cap, OrderExport order, CurrentUser user, IStringLocalizer<PlatformTexts> text) : IExportDesk
{
    public bool Has(string list) => lists.Find(list) is { } known && user.May(known.Permission);

    public async Task<ExportOffer> LookAsync(ExportAsk ask, CancellationToken ct)
    {
        var list = lists.Find(ask.List) ?? throw new InvalidOperationException($"The list {ask.List} was not registered.");
        var rows = await list.CountAsync(new(ask.View, ask.Query, [], false), ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var left = await cap.LeftAsync(db, null, ct);
        return new(lists.TitleOf(list), rows, Choices(list, await list.ColumnsOfAsync(ask.View, ct), ask.Columns), left, lists.MayReveal(list), list.ImportKind is not null);
    }

    public async Task<ExportAnswer> OrderAsync(ExportAsk ask, ExportWish wish, CancellationToken ct)
    {
        var outcome = await order.RunAsync(new(ask.List, ask.View, ask.Query, wish.Columns, wish.IsCsv, wish.IsRevealed, wish.Reason), ct);
        return outcome.IsOk ? new(null, await WaitsAsync(outcome.Value, ct), PlatformRoutes.ExportOf(outcome.Value)) : new(Say(outcome.Refusal), false, PlatformRoutes.Exports);
    }

    // What stands on the screen comes first, in its order; the rest follows in the list's own.
    private List<ExportChoice> Choices(IExportList list, IReadOnlyList<ExportColumn> columns, IReadOnlyList<string> shown)
    {
        var first = columns[0];
        var onScreen = shown.Select(code => columns.FirstOrDefault(c => c.Code == code)).OfType<ExportColumn>().Where(c => c != first).ToList();
        return [.. onScreen.Prepend(first).Concat(columns.Except(onScreen).Where(c => c != first))
            .Select(c => new ExportChoice(c.Code, lists.TitleOf(list, c), onScreen.Contains(c), c == first, c.IsPersonal, c.IsMasked))];
    }

    private async Task<bool> WaitsAsync(Guid job, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.ExportJobs.AnyAsync(j => j.Id == job && j.State == ExportState.WaitingApproval, ct);
    }

    private string Say(Refusal refusal) => text[refusal.Code, refusal.Details];
}
