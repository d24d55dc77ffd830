using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Series;

/// <summary>One series, new or known.</summary>
public sealed partial class SeriesDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private DraftKeeper? _keeper;
    private IReadOnlyList<BrandFacts> _brands = [];
    private SeriesRow? _filledFrom;
    private bool _wasOpen;
    private Guid _brandId;
    private string _code = "";
    private string _name = "";
    private string _nameEn = "";
    private string _body = "suv";
    private string _energy = "electric";
    private decimal _priceYuan;
    private bool _isOnSale;
    private bool _isBusy;
    private string? _refused;

    /// <summary>Whether it is open.</summary>
    [Parameter, EditorRequired] public bool Open { get; set; }

    /// <summary>The series; null for a new one.</summary>
    [Parameter] public SeriesRow? Series { get; set; }

    /// <summary>The person closed it; what was typed is kept.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>It was saved.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>It changed meanwhile: the list is to be read again, and what was typed stays.</summary>
    [Parameter] public EventCallback OnStale { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // A fresh version of the same series must not wipe what is being typed.
        if (Open && (!_wasOpen || Series?.Id != _filledFrom?.Id))
        {
            _filledFrom = Series;
            _refused = null;
            Fill();
            if (Series is null)
            {
                _brands = (await Organisation.TreeAsync(_leaving.Token)).Brands;
                _brandId = _brands.Count > 0 ? _brands[0].Id : Guid.Empty;
            }
        }

        _wasOpen = Open;
    }

    private void Fill()
    {
        (_code, _name, _nameEn) = (Series?.Code ?? "", Series?.Name ?? "", Series?.NameEn ?? "");
        (_body, _energy) = (Series?.BodyStyle ?? "suv", Series?.Energy ?? "electric");
        (_priceYuan, _isOnSale) = ((Series?.PriceFromFen ?? 0) / 100m, Series?.IsOnSale ?? true);
    }

    private async Task SaveAsync()
    {
        _isBusy = true;
        var description = new SeriesDescription(_name, _nameEn, _body, _energy, (long)Math.Round(Math.Clamp(_priceYuan, -1, 100_000_000) * 100));
        var outcome = Series is { } known
            ? await Edit.RunAsync(known.Id, known.Version, description, _isOnSale, _leaving.Token)
            : await Edit.FoundAsync(_brandId, _code, description, _leaving.Token);
        _isBusy = false;
        _refused = outcome.IsOk ? null : Text[outcome.Refusal.Code, outcome.Refusal.Details].Value;
        if (outcome.IsOk)
        {
            await _keeper!.ForgetAsync();
            Toasts.Show(Text["series.saved", _name]);
            await OnSaved.InvokeAsync();
        }
        else if (outcome.Refusal == Refusal.ChangedMeanwhile)
        {
            _refused = Text["series.changed"];
            await OnStale.InvokeAsync();
        }
    }
}
