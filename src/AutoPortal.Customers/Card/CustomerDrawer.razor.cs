using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Customers.Card;

/// <summary>One customer: what is known, what was agreed to, and what happened.</summary>
public sealed partial class CustomerDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private Guid? _shown;
    private CustomerCard? _card;
    private bool _isLoading;

    /// <summary>The customer; null while closed.</summary>
    [Parameter] public Guid? CustomerId { get; set; }

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private CardQueries Cards { get; set; } = null!;

    [Inject] private RevealPhone RevealPhone { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == CustomerId)
        {
            return;
        }

        _shown = CustomerId;
        _card = null;
        if (_shown is { } id && RendererInfo.IsInteractive)
        {
            _isLoading = true;
            _card = await Cards.FindAsync(id, _leaving.Token);
            _isLoading = false;
        }
    }

    private string Title(CardMoment moment) => moment.What switch
    {
        "sign_up" => Text["moment.sign_up", moment.Subject],
        _ => Text["moment." + moment.What, Text["purpose." + moment.Subject]],
    };

    private async Task<string?> RevealAsync(string reason)
    {
        var outcome = await RevealPhone.RunAsync(_shown!.Value, reason, _leaving.Token);
        if (outcome.IsOk)
        {
            return outcome.Value;
        }

        Toasts.Show(Text[outcome.Refusal.Code], ToastKind.Warning);
        return null;
    }
}
