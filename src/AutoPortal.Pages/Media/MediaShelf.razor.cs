using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Pages.Media;

/// <summary>The library's pictures with search and upload; the screen and the builder's picker both show it.</summary>
public sealed partial class MediaShelf
{
    private readonly CancellationTokenSource _leaving = new();
    private List<MediaRow>? _rows;
    private string _words = "";
    private string? _owner;
    private bool _hasMore;
    private bool _isBusy;
    private Refusal? _refusal;

    [Inject] private MediaQueries Media { get; set; } = null!;
    [Inject] private AddPicture Add { get; set; } = null!;
    [Inject] private CurrentScope Scope { get; set; } = null!;

    private string OwnWord => Scope.SeesAllDealers ? "media.of_dealers" : "media.of_mine";

    /// <summary>A press takes the picture instead of opening it.</summary>
    [Parameter] public bool IsPicking { get; set; }

    /// <summary>The picture that is open or chosen.</summary>
    [Parameter] public Guid? Current { get; set; }

    /// <summary>A picture was pressed, or has just come in.</summary>
    [Parameter] public EventCallback<MediaRow> OnChosen { get; set; }

    /// <summary>Reads the list anew.</summary>
    public async Task ReloadAsync()
    {
        _rows = [.. await Media.ListAsync(_words, _owner, null, _leaving.Token)];
        _hasMore = _rows.Count == MediaQueries.PageSize;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReloadAsync();

    private Task SearchAsync(ChangeEventArgs typed)
    {
        _words = typed.Value as string ?? "";
        return ReloadAsync();
    }

    private Task OfAsync(string? owner)
    {
        _owner = owner;
        return ReloadAsync();
    }

    private async Task MoreAsync()
    {
        var more = await Media.ListAsync(_words, _owner, _rows![^1].Id, _leaving.Token);
        _rows.AddRange(more);
        _hasMore = more.Count == MediaQueries.PageSize;
    }

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        _refusal = chosen.File.Size > FileStore.MaxBytes ? MediaRefusals.TooLarge : null;
        if (_refusal is not null)
        {
            return;
        }

        _isBusy = true;
        StateHasChanged();
        try
        {
            // One byte more than allowed: the use case says that it is too large, and not the transport.
            await using var content = chosen.File.OpenReadStream(FileStore.MaxBytes + 1, _leaving.Token);
            var added = await Add.RunAsync(content, chosen.File.Name, _leaving.Token);
            _refusal = added.IsOk ? null : added.Refusal;
            if (added.IsOk)
            {
                await ReloadAsync();
                await OnChosen.InvokeAsync(await Media.FindAsync(added.Value.Id, _leaving.Token));
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}
