using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports.Desk;
using AutoPortal.Ui;
using AutoPortal.Ui.Grid;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Imports.History;

/// <summary>Files brought in: what, by whom, how it went; and the way to bring another.</summary>
public sealed partial class ImportsPage
{
    private readonly ScreenLifetime _leaving = new();

    /// <summary>Opens the upload; names the kind that is chosen beforehand.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? New { get; set; }

    [Inject] private ImportQueries Imports { get; set; } = null!;

    [Inject] private ImportKinds Kinds { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private List<FilterOption> KindOptions => [.. Kinds.Mine.Select(k => new FilterOption(k.Code, Kinds.TitleOf(k)))];

    private List<FilterOption> StateOptions =>
    [
        .. Enum.GetValues<ImportState>().Select(s => new FilterOption(ImportStates.Word(s), Text[ImportStates.Key(s)])),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private async Task<Page<ImportLine>> LoadAsync(PageRequest asked)
    {
        var page = await Imports.ListAsync(asked, _leaving.Token);
        var written = await Imports.WrittenAsync(page.Rows, _leaving.Token);
        return new Page<ImportLine>([.. page.Rows.Select(r => new ImportLine(r, Kinds.TitleOf(Kinds.Find(r.Kind)!), written.GetValueOrDefault(r.Id)))], page.NextAfter, page.Total);
    }

    private string ResultOf(ImportLine line)
        => line.Written is null ? "" : string.Join(" · ", Enum.GetValues<RowOutcome>().Where(o => line.Written.Of(o) > 0).Select(o => $"{Text[ImportStates.Key(o)]} {line.Written.Of(o):N0}"));

    private void Close() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("new", (string?)null));

    private sealed record ImportLine(ImportRun Run, string Kind, ImportTally? Written);
}
