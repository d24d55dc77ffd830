using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Replay;

/// <summary>Runs the rules again over leads that came before: which, what would become of them, and how far it is.</summary>
public sealed partial class ReplayPanel : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private readonly HashSet<string> _what = [ReplayScope.Invalid, ReplayScope.NeedsReview];
    private IReadOnlyList<ReplayView>? _replays;
    private IDisposable? _listening;
    private DateOnly? _from;
    private DateOnly? _until;
    private string? _source;
    private string? _run;
    private string? _refusal;
    private bool _isBusy;

    /// <summary>A file run whose leads are meant, where an import leads here.</summary>
    [SupplyParameterFromQuery(Name = "run")] public string? Run { get; set; }

    [Inject] private ReplayQueries Queries { get; set; } = null!;

    [Inject] private OrderReplay Order { get; set; } = null!;

    [Inject] private SteerReplay Steer { get; set; } = null!;

    [Inject] private ILiveBus Live { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    private bool IsAnyAtWork => _replays?.Any(r => r.Replay.IsAtWork) is true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _run = Run;
        if (RendererInfo.IsInteractive)
        {
            _listening = Live.Subscribe(Scope.TenantId, LeadTopics.Replays, _ => InvokeAsync(HearAsync));
            await LoadAsync();
        }
    }

    private async Task HearAsync()
    {
        if (!_leaving.HasEnded)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync() => _replays = await Queries.ListAsync(_leaving.Token);

    private void Choose(string kind, bool isMeant)
    {
        if (isMeant)
        {
            _what.Add(kind);
        }
        else
        {
            _what.Remove(kind);
        }
    }

    private Task OrderAsync()
    {
        Guid? run = null;
        if (!string.IsNullOrWhiteSpace(_run))
        {
            if (!Guid.TryParse(_run.Trim(), out var written))
            {
                _refusal = Text["leads.no_such_run"];
                return Task.CompletedTask;
            }

            run = written;
        }

        return SteerAsync(OrderAsync(run));
    }

    private async Task<Outcome> OrderAsync(Guid? run)
    {
        var ordered = await Order.RunAsync(
            new([.. ReplayScope.Kinds.Where(_what.Contains)], StartOf(_from), StartOf(_until?.AddDays(1)), run, string.IsNullOrEmpty(_source) ? null : _source), _leaving.Token);
        return ordered.IsOk ? Outcome.Ok : ordered.Refusal;
    }

    private async Task SteerAsync(Task<Outcome> act)
    {
        _isBusy = true;
        _refusal = (await act).Refusal is { } refusal ? Text.Why(refusal) : null;
        _isBusy = false;
        await LoadAsync();
    }

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? ShanghaiTime.StartOf(date) : null;
}
