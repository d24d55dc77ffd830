using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Shell;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Organisation;

/// <summary>A form about the dealer in the drawer: it saves, says how it went, and closes itself.</summary>
public abstract class DealerPanel : ComponentBase, IDisposable
{
    private readonly ScreenLifetime _leaving = new();

    /// <summary>Something was saved.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>The person wants it closed.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    [CascadingParameter] private protected DealerDetails Dealer { get; set; } = null!;

    [Inject] private protected IStringLocalizer<PlatformTexts> Text { get; set; } = null!;

    [Inject] private protected TimeProvider Clock { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <summary>Why it was not saved, in the person's language; what was typed stays.</summary>
    protected string? Refused { get; private set; }

    /// <summary>While it is being saved.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Keeps what is typed until it is saved or thrown away.</summary>
    protected DraftKeeper? Keeper { get; set; }

    /// <summary>Ends with the form.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Today in Shanghai.</summary>
    protected DateOnly Today => ShanghaiTime.DateOf(Clock.GetUtcNow());

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs the act; done, it says so and closes.</summary>
    private protected async Task<Outcome> SaveAsync(Func<Task<Outcome>> act, string done)
    {
        IsBusy = true;
        Refused = null;
        var outcome = await act();
        IsBusy = false;
        if (outcome.IsOk)
        {
            await ForgetAsync();
            Toasts.Show(done);
            await OnDone.InvokeAsync();
        }
        else
        {
            Refused = Text[outcome.Refusal.Code, outcome.Refusal.Details];
        }

        return outcome;
    }

    /// <summary>The person does not want it after all; a closed window or a lost connection keeps what was typed.</summary>
    protected async Task CancelAsync()
    {
        await ForgetAsync();
        await OnCancel.InvokeAsync();
    }

    private Task ForgetAsync() => Keeper?.ForgetAsync() ?? Task.CompletedTask;
}
