using System.Globalization;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Media.Films;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Media;

/// <summary>The tenant's pictures.</summary>
public sealed partial class MediaLibrary
{
    private readonly ScreenLifetime _leaving = new();
    private MediaShelf? _shelf;
    private MediaRow? _open;
    private IReadOnlyList<MediaUse> _uses = [];
    private bool _isChoosing;
    private int _pages;
    private string _name = "";
    private string _alt = "";

    [Inject] private MediaQueries Media { get; set; } = null!;
    [Inject] private DescribePicture Describe { get; set; } = null!;
    [Inject] private RemovePicture Remove { get; set; } = null!;
    [Inject] private ChoosePoster Poster { get; set; } = null!;
    [Inject] private CurrentScope Scope { get; set; } = null!;
    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    private async Task OpenAsync(MediaRow picture)
    {
        _uses = await Media.UsageAsync(picture.Id, _leaving.Token);
        _pages = await Media.CountUsesAsync(picture.Id, _leaving.Token);
        (_open, _name, _alt) = (picture, picture.Name, picture.Alt);
    }

    private string RemoveWord => _open?.Film is null ? "media.remove" : "media.remove_film";

    private async Task PosterAsync(MediaRow? picture)
    {
        _isChoosing = false;
        var outcome = await Poster.RunAsync(_open!.Id, picture?.Id, _leaving.Token);
        Toasts.Show(outcome.IsOk ? Text["media.saved"] : Text[outcome.Refusal.Code, [.. outcome.Refusal.Details]], outcome.IsOk ? ToastKind.Done : ToastKind.Failed);
        _open = await Media.FindAsync(_open.Id, _leaving.Token);
        await (_shelf?.ReloadAsync() ?? Task.CompletedTask);
    }

    private Task SaveAsync() => EndAsync(Describe.RunAsync(_open!.Id, _name, _alt, _leaving.Token), "media.saved");

    private Task RemoveAsync() => EndAsync(Remove.RunAsync(_open!.Id, _leaving.Token), "media.removed");

    private async Task EndAsync(Task<Outcome> act, string done)
    {
        var outcome = await act;
        if (!outcome.IsOk)
        {
            Toasts.Show(Text[outcome.Refusal.Code, [.. outcome.Refusal.Details]], ToastKind.Failed);
            return;
        }

        Toasts.Show(Text[done]);
        _open = null;
        await (_shelf?.ReloadAsync() ?? Task.CompletedTask);
    }

    private static string Size(long bytes) => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024:#,##0} kB");
}
