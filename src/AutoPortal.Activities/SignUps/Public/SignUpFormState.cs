using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>What a refused post leaves for the form: everything typed, and what to mend.</summary>
/// <param name="Typed">By field name, as typed.</param>
/// <param name="Errors">By field name.</param>
/// <param name="Message">For the whole form, or null.</param>
/// <param name="IsGood">The message is good news, such as a code on its way.</param>
internal sealed record SignUpFormState(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, Refusal> Errors, Refusal? Message, bool IsGood = false);
