using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>What a refused post leaves for the form: everything typed, and what to mend.</summary>
/// <param name="Typed">By field name, as typed.</param>
/// <param name="Errors">By field name.</param>
/// <param name="Message">For the whole form, or null.</param>
/// <param name="IsGood">The message is good news, such as a code on its way.</param>
public sealed record SignUpFormState(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, Refusal> Errors, Refusal? Message, bool IsGood = false)
{
    /// <summary>Nobody has posted.</summary>
    public static SignUpFormState Untouched { get; } = new(new Dictionary<string, string>(), new Dictionary<string, Refusal>(), null);

    /// <summary>What was left for one form: a page may have several, and a post that names none is for any.</summary>
    public static SignUpFormState For(BlockContext context, string form)
        => context.Input<SignUpFormState>() is { } state && state.Typed.GetValueOrDefault(SignUpFields.Form, "") is var said && (said.Length == 0 || said == form) ? state : Untouched;
}
