using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using AutoPortal.Ui.Notices;
using AutoPortal.Ui.Shell;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.Edit;

/// <summary>One form for every kind of activity; what a kind has of its own stands in its own editor.</summary>
public sealed partial class ActivityForm
{
    private readonly ScreenLifetime _leaving = new();
    private DraftKeeper? _keeper;
    private DraftRead? _read;
    private bool _isLoading = true;
    private bool _isBusy;
    private string? _refused;
    private IReadOnlyDictionary<string, string> _wrong = new Dictionary<string, string>();
    private IReadOnlyList<DealerFacts> _dealers = [];
    private IReadOnlyList<Pick> _cities = [];
    private IReadOnlyList<Pick> _series = [];

    /// <summary>The activity; null for a new one.</summary>
    [Parameter] public Guid? ActivityId { get; set; }

    /// <summary>The kind of a new one.</summary>
    [Parameter] public string? KindCode { get; set; }

    [Inject] private Drafts Drafts { get; set; } = null!;

    [Inject] private SaveActivity Save { get; set; } = null!;

    [Inject] private KindCatalog Kinds { get; set; } = null!;

    [Inject] private IDealerDirectory Directory { get; set; } = null!;

    [Inject] private ISeriesCatalogue Catalogue { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private ActivityDraft Draft => _read!.Draft;

    private ActivityKind Kind => Kinds.Get(Draft.Kind);

    private bool IsFixed => _read is { State: not "draft" };

    private string Title => ActivityId is null ? Text["edit.new_of", Text["kind." + KindCode]] : _read is null ? Text["list.activity"] : Draft.TitleZh;

    private List<Crumb> Crumbs => [new(Text["list.title"], ActivitiesRoutes.List)];

    private List<Pick> FieldOptions => [.. FormFields.All.Select(f => new Pick(f, Text["form." + f]))];

    private Dictionary<string, object> EditorParameters => new(StringComparer.Ordinal)
    {
        ["Settings"] = Draft.Settings,
        ["Wrong"] = _wrong.Where(w => w.Key.StartsWith("k.", StringComparison.Ordinal)).ToDictionary(w => w.Key[2..], w => w.Value, StringComparer.Ordinal),
        ["IsFixed"] = IsFixed,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (User.May(ActivitiesPermissions.Manage))
        {
            await ReadAsync();
        }

        _isLoading = false;
        if (ActivityId is not null && _read is null)
        {
            // Whoever may not change it is told the same as of one that does not exist.
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync()
    {
        (_wrong, _refused) = (new Dictionary<string, string>(), null);
        _read = ActivityId is { } id ? await Drafts.ReadAsync(id, _leaving.Token) : await Drafts.FreshAsync(KindCode, _leaving.Token);
        if (_read is null)
        {
            return;
        }

        _dealers = [.. (await Directory.ListAsync(Draft.BrandId, _leaving.Token)).Where(d => d.IsActive && (Scope.SeesAllDealers || Scope.DealerIds.Contains(d.Id)))];
        _cities = [.. _dealers.Select(d => d.City).Distinct(StringComparer.Ordinal).Select(c => new Pick(c, c))];
        _series = [.. (await Catalogue.ListAsync(_leaving.Token)).Where(s => s.BrandId == Draft.BrandId && (s.IsOnSale || Draft.Series.Contains(s.Code))).Select(s => new Pick(s.Code, s.Name))];
    }

    private string? Wrong(string field) => _wrong.GetValueOrDefault(field);

    private async Task SaveAsync()
    {
        _isBusy = true;
        var answer = await Save.RunAsync(ActivityId, _read!.Version, Draft, _leaving.Token);
        _isBusy = false;
        _wrong = answer.Errors.GroupBy(e => e.Field).ToDictionary(e => e.Key, e => Say(e.First().Why), StringComparer.Ordinal);
        _refused = answer.Refusal is { } why ? Say(why) : answer.ActivityId is null ? Say(ActivityRefusals.IsIncomplete) : null;
        if (answer.ActivityId is { } id)
        {
            await (_keeper?.ForgetAsync() ?? Task.CompletedTask);
            Toasts.Show(Text["edit.saved", Draft.TitleZh]);
            Navigation.NavigateTo($"{ActivitiesRoutes.List}?activity={id}");
        }
    }

    private string Say(Refusal refusal) => Text[refusal.Code, refusal.Details];
}
