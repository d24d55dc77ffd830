using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Rules;

/// <summary>The tenant's rules, and who changed them when and why.</summary>
public sealed partial class RulesForm : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private readonly List<RuleField> _fields = [.. CleaningRules.Ranges.Select(r => new RuleField(r))];
    private IReadOnlyList<RuleVersion>? _versions;
    private bool _marksVirtual;
    private string? _reason;
    private string? _refusal;
    private bool _isChecked;
    private bool _isBusy;

    [Inject] private RulesQueries Queries { get; set; } = null!;

    [Inject] private SetCleaningRules SetCleaningRules { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private async Task LoadAsync()
    {
        _versions = await Queries.VersionsAsync(_leaving.Token);
        var rules = _versions is [var latest, ..] ? latest.Rules : CleaningRules.Default;
        foreach (var field in _fields)
        {
            field.Value = field.Range.Of(rules);
        }

        (_marksVirtual, _reason, _isChecked) = (rules.MarksVirtualSegments, null, false);
    }

    private async Task SaveAsync()
    {
        (_isChecked, _isBusy) = (true, true);
        var outcome = await SetCleaningRules.RunAsync(Draft(), _versions is [var latest, ..] ? latest.Version : 0, _reason, _leaving.Token);
        _isBusy = false;
        _refusal = outcome.IsOk ? null : Text.Why(outcome.Refusal);
        if (outcome.IsOk)
        {
            Toasts.Show(Text["rules.saved"]);
            await LoadAsync();
        }
        else if (outcome.Refusal == LeadRefusals.RulesChangedMeanwhile)
        {
            // What was typed stays; what others saved is in the history beside it.
            _versions = await Queries.VersionsAsync(_leaving.Token);
        }
    }

    private CleaningRules Draft() => new(Value("threshold"), Value("protection"), Value("misses"), _marksVirtual, Value("names"));

    // A blank field is out of every range.
    private int Value(string rule) => _fields.Find(f => f.Range.Field == rule)!.Value ?? -1;

    private string? ErrorOf(RuleField field)
        => _isChecked && (field.Value is not { } value || value < field.Range.Least || value > field.Range.Most) ? Text["rules.range", field.Range.Least, field.Range.Most].Value : null;

    private string Say(CleaningRules rules)
        => string.Join(Text["list_comma"], [.. CleaningRules.Ranges.Select(r => $"{Text[$"rules.{r.Field}_short"]} {r.Of(rules)}"), Text[rules.MarksVirtualSegments ? "rules.virtual_on" : "rules.virtual_off"].Value]);

    private sealed class RuleField(RuleRange range)
    {
        public RuleRange Range => range;

        public int? Value { get; set; }
    }
}
