using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>One file on its way in, from its columns to its end, whoever works on it and however often the server restarts meanwhile.</summary>
public sealed partial class ImportPage
{
    private static readonly TimeSpan ReadsAtMostEvery = TimeSpan.FromMilliseconds(500);
    private readonly ScreenLifetime _leaving = new();
    private CancellationToken _left;
    private IDisposable? _listening;
    private ImportView? _view;
    private string? _refused;
    private bool _isMatchingAgain;
    private bool _isReading;
    private bool _heardMore;

    /// <summary>The run.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] private ImportQueries Imports { get; set; } = null!;

    [Inject] private ImportKinds Kinds { get; set; } = null!;

    [Inject] private IStringLocalizerFactory Texts { get; set; } = null!;

    [Inject] private ILiveBus Live { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool IsMatching => _view!.Run.State is ImportState.Uploaded || (_isMatchingAgain && _view.Run.State is ImportState.Checked or ImportState.Failed);

    private string? Purpose => _view is null ? null : (string)Text["imports.brought_by", Kinds.TitleOf(_view.Kind), _view.Run.ByName, _view.Run.CreatedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // A word may still be on its way when the person leaves, and the source is gone then.
        _left = _leaving.Token;
        if (RendererInfo.IsInteractive)
        {
            // Before the first look, so that no step between the two is missed.
            _listening = Live.Subscribe(Scope.TenantId, ImportTopics.Run(Id), _ => InvokeAsync(HearAsync));
        }

        await ReadAsync();
        if (_view is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ReadAsync() => _view = await Imports.ViewAsync(Id, _left) ?? _view;

    // A run says a word for every batch; a person reads twice a second at most.
    private async Task HearAsync()
    {
        _heardMore = true;
        if (_isReading)
        {
            return;
        }

        _isReading = true;
        try
        {
            while (_heardMore && !_left.IsCancellationRequested)
            {
                _heardMore = false;
                await ReadAsync();
                StateHasChanged();
                await Task.Delay(ReadsAtMostEvery, Clock, _left);
            }
        }
        catch (OperationCanceledException)
        {
            // The person has left the page.
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task ActAsync(Func<CancellationToken, Task<Outcome>> act)
    {
        var outcome = await act(_left);
        _refused = null;
        if (outcome.Refusal is { } refusal)
        {
            Refuse(refusal);
        }

        await ActedAsync();
    }

    private async Task ActedAsync()
    {
        _isMatchingAgain = false;
        await ReadAsync();
    }

    private void Refuse(Refusal? refusal) => _refused = refusal is null ? null : ImportWords.Of(Texts, refusal.Code, refusal.Details);
}
