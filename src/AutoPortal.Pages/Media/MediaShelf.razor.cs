using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Media.Films;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AutoPortal.Pages.Media;

/// <summary>The library's pictures with search and upload; the screen and the builder's picker both show it.</summary>
public sealed partial class MediaShelf
{
    private readonly ScreenLifetime _leaving = new();
    private List<MediaRow>? _rows;
    private string _words = "";
    private string? _owner;
    private string? _kind;
    private int? _percent;
    private bool _hasMore;
    private bool _isBusy;
    private Refusal? _refusal;

    [Inject] private MediaQueries Media { get; set; } = null!;
    [Inject] private AddPicture Add { get; set; } = null!;
    [Inject] private AddFilm AddFilm { get; set; } = null!;
    [Inject] private CurrentScope Scope { get; set; } = null!;

    private string Accepted => Kind switch
    {
        "films" => "video/mp4,video/webm",
        "pictures" => "image/jpeg,image/png,image/webp,image/gif",
        _ => "image/jpeg,image/png,image/webp,image/gif,video/mp4,video/webm",
    };

    private string OwnWord => Scope.SeesAllDealers ? "media.of_dealers" : "media.of_mine";

    /// <summary>A press takes the picture instead of opening it.</summary>
    [Parameter] public bool IsPicking { get; set; }

    /// <summary>Only <c>pictures</c> or only <c>films</c>; null for both.</summary>
    [Parameter] public string? Kind { get; set; }

    /// <summary>The picture that is open or chosen.</summary>
    [Parameter] public Guid? Current { get; set; }

    /// <summary>A picture was pressed, or has just come in.</summary>
    [Parameter] public EventCallback<MediaRow> OnChosen { get; set; }

    /// <summary>Reads the list anew.</summary>
    public async Task ReloadAsync()
    {
        _rows = [.. await Media.ListAsync(Search(null), _leaving.Token)];
        _hasMore = _rows.Count == MediaQueries.PageSize;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
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
        var more = await Media.ListAsync(Search(_rows![^1].Id), _leaving.Token);
        _rows.AddRange(more);
        _hasMore = more.Count == MediaQueries.PageSize;
    }

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        // Only which of the two looks at it: both believe nothing but the bytes.
        var isFilm = Kind != "pictures" && (Kind == "films" || chosen.File.ContentType.StartsWith("video/", StringComparison.Ordinal));
        var most = isFilm ? AddFilm.MaxBytes : FileStore.MaxBytes;
        _refusal = chosen.File.Size <= most ? null : isFilm ? MediaRefusals.FilmIsTooLarge : MediaRefusals.TooLarge;
        if (_refusal is not null)
        {
            return;
        }

        (_isBusy, _percent) = (true, isFilm ? 0 : null);
        StateHasChanged();
        try
        {
            // One byte more than allowed: the use case says that it is too large, and not the transport.
            await using var content = chosen.File.OpenReadStream(most + 1, _leaving.Token);
            var added = isFilm ? await AddFilm.RunAsync(content, chosen.File.Name, new Told(this, chosen.File.Size), _leaving.Token) : await Add.RunAsync(content, chosen.File.Name, _leaving.Token);
            _refusal = added.IsOk ? null : added.Refusal;
            if (added.IsOk)
            {
                await ReloadAsync();
                await OnChosen.InvokeAsync(await Media.FindAsync(added.Value!.Id, _leaving.Token));
            }
        }
        finally
        {
            (_isBusy, _percent) = (false, null);
        }
    }

    private MediaSearch Search(Guid? before) => new(_words, _owner, Kind ?? _kind, before);

    private Task OnlyAsync(string? kind)
    {
        _kind = kind;
        return ReloadAsync();
    }

    private sealed class Told(MediaShelf shelf, long bytes) : IProgress<long>
    {
        public void Report(long value)
        {
            var percent = (int)(value * 100 / Math.Max(1, bytes));
            if (percent != shelf._percent)
            {
                shelf._percent = percent;
                _ = shelf.InvokeAsync(shelf.StateHasChanged);
            }
        }
    }
}
