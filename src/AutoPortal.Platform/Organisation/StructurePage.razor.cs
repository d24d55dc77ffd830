using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using AutoPortal.Ui.Notices;
using AutoPortal.Ui.Shell;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Organisation;

/// <summary>What stands above the dealers: brands, regions and sub-regions are made, renamed and closed here.</summary>
public sealed partial class StructurePage
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<StructureRow>? _rows;
    private StructureRow? _edited;
    private DraftKeeper? _keeper;
    private bool _isNew;
    private bool _isBusy;
    private string _words = "";
    private string _code = "";
    private string _name = "";
    private string _scheme = "";
    private string? _refused;

    [Inject] private StructureQueries Structure { get; set; } = null!;

    [Inject] private EditNode Nodes { get; set; } = null!;

    [Inject] private EditBrand Brands { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayManage => Scope.May(PlatformPermissions.OrganisationManage) && Scope.SeesAllDealers;

    private List<Crumb> Crumbs => [new(Text["org.title"], PlatformRoutes.Organisation)];

    private IEnumerable<StructureRow> Shown
        => _rows!.Where(r => _words.Trim() is var words && (r.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || r.Code.Contains(words, StringComparison.OrdinalIgnoreCase)));

    private string TitleKey => (_edited?.Kind, _isNew) switch
    {
        (StructureKind.Brand, true) => "structure.add_region",
        (StructureKind.Region, true) => "structure.add_sub_region",
        (StructureKind.Brand, false) => "structure.edit_brand",
        (StructureKind.Region, false) => "structure.edit_region",
        _ => "structure.edit_sub_region",
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        if (MayManage)
        {
            _rows = await Structure.ListAsync(_leaving.Token);
        }
    }

    private void Open(StructureRow row, bool isNew)
    {
        (_edited, _isNew, _refused, _code) = (row, isNew, null, "");
        (_name, _scheme) = (isNew ? "" : row.Name, row.LevelScheme ?? "");
    }

    private async Task SaveAsync()
    {
        _isBusy = true;
        var row = _edited!;
        var outcome = (_isNew, row.Kind) switch
        {
            (true, _) => await Nodes.FoundAsync(row.Id, _code, _name, _leaving.Token),
            (false, StructureKind.Brand) => await Brands.RunAsync(row.Id, row.Version, _name, _scheme, _leaving.Token),
            _ => await Nodes.RenameAsync(row.Id, row.Version, _name, _leaving.Token),
        };
        _isBusy = false;
        if (outcome.IsOk)
        {
            await _keeper!.ForgetAsync();
            Toasts.Show(Text["structure.saved", _name]);
            _edited = null;
            await ReadAsync();
            return;
        }

        _refused = Text[outcome.Refusal.Code, outcome.Refusal.Details];
        if (outcome.Refusal == Refusal.ChangedMeanwhile)
        {
            await ShowTheirsAsync(row.Id);
        }
    }

    // What was typed stays; saving again overwrites what is now shown.
    private async Task ShowTheirsAsync(Guid nodeId)
    {
        await ReadAsync();
        if (_rows!.FirstOrDefault(r => r.Id == nodeId) is { } fresh)
        {
            _edited = fresh;
            _refused = Text["structure.changed", fresh.Name];
        }
    }

    private async Task CloseAsync(StructureRow row, bool isClosed)
    {
        var outcome = await Nodes.CloseAsync(row.Id, isClosed, _leaving.Token);
        Toasts.Tell(outcome, Text, Text[isClosed ? "structure.now_closed" : "structure.now_open", row.Name], () => CloseAsync(row, !isClosed));
        await ReadAsync();
        StateHasChanged();
    }
}
