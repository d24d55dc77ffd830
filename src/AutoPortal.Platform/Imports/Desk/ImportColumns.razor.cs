using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui;
using AutoPortal.Ui.Looks;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>Matches headings with fields, and asks how the rows are meant.</summary>
public sealed partial class ImportColumns
{
    private readonly ScreenLifetime _leaving = new();
    private ColumnChoice _choice = null!;
    private IReadOnlyList<IReadOnlyList<string>>? _samples;
    private IReadOnlyList<BrandFacts> _brands = [];
    private Guid? _brandId;
    private ImportMode _mode;
    private bool _isQuiet = true;
    private bool _isBusy;

    [CascadingParameter] private ImportView View { get; set; } = null!;

    /// <summary>Told why the check was not begun; null when it was.</summary>
    [Parameter] public EventCallback<Refusal?> OnRefused { get; set; }

    /// <summary>The check begins.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>The person stays with the columns as they were; absent the first time.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] private ImportKinds Kinds { get; set; } = null!;

    [Inject] private ImportSamples Samples { get; set; } = null!;

    [Inject] private CheckImport Check { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var run = View.Run;
        _choice = new ColumnChoice(View.Kind.Fields, run.Headings, run.Columns, ColumnMap.Guess(run.Headings, View.Kind.Fields, f => Kinds.AllTitlesOf(View.Kind, f)));
        _brandId = run.BrandId;
        _mode = View.Kind.Modes.Contains(run.Mode) ? run.Mode : View.Kind.Modes[0];
        // History is silent unless somebody says otherwise.
        _isQuiet = run.State is ImportState.Uploaded || run.IsQuiet;
        if (RendererInfo.IsInteractive)
        {
            _brands = (await Organisation.TreeAsync(_leaving.Token)).Brands;
            _samples = await Samples.ReadAsync(run, _leaving.Token);
        }
    }

    private bool IsExported => View.Run.Headings.Contains(ImportRows.StampHeading);

    private void Choose(int heading, ChangeEventArgs change) => _choice.Choose(heading, change.Value is string { Length: > 0 } code ? code : null);

    private RenderFragment? OriginOf(int heading) => _choice.OriginOf(heading) switch
    {
        ColumnOrigin.Name => StateChip.Of(Text["imports.origin.name"], Tone.Good),
        ColumnOrigin.LastTime => StateChip.Of(Text["imports.origin.last_time"], Tone.Note),
        ColumnOrigin.Person => StateChip.Of(Text["imports.origin.person"], Tone.Accent),
        _ => null,
    };

    private async Task CheckAsync()
    {
        _isBusy = true;
        var wishes = new ImportWishes(_brandId, _mode, TakeConflicts: false, View.Kind.HasConsequences && _isQuiet);
        var outcome = await Check.RunAsync(View.Run.Id, [.. _choice.Columns], wishes, null, _leaving.Token);
        _isBusy = false;
        await OnRefused.InvokeAsync(outcome.Refusal);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync();
        }
    }
}
