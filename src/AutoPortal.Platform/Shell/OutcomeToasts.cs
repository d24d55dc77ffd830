using AutoPortal.Kernel.Outcomes;
using AutoPortal.Ui.Notices;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Shell;

/// <summary>Tells a person how an act went.</summary>
internal static class OutcomeToasts
{
    /// <returns>Whether it was done.</returns>
    public static bool Tell(this Toasts toasts, Outcome outcome, IStringLocalizer<PlatformTexts> text, string done, Func<Task>? undo = null)
    {
        if (outcome.IsOk)
        {
            toasts.Show(done, ToastKind.Done, undo);
            return true;
        }

        toasts.Show(text[outcome.Refusal.Code, outcome.Refusal.Details], ToastKind.Warning);
        return false;
    }
}
