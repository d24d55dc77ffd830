using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>The fields of a sign-up, whichever block shows them. Without a post everything drawn is the same for everybody, so that the page can be cached.</summary>
public sealed partial class EntryForm
{
    private static readonly string[] FoldedFields = [SignUpFields.District, SignUpFields.Series, SignUpFields.Window];

    /// <summary>The page around it.</summary>
    [CascadingParameter] public BlockContext Context { get; set; } = null!;

    /// <summary>What the activity offers.</summary>
    [Parameter, EditorRequired] public SignUpForm Form { get; set; } = null!;

    /// <summary>What a refused post left behind.</summary>
    [Parameter, EditorRequired] public SignUpFormState State { get; set; } = null!;

    /// <summary>By which the form is known on its page.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired] public string Button { get; set; } = "";

    /// <summary>Privacy policy; absent, no link is shown.</summary>
    [Parameter] public string? PrivacyHref { get; set; }

    /// <summary>Questions stand before name and phone: they are what people came for.</summary>
    [Parameter] public bool QuestionsFirst { get; set; }

    private string Message => State.Message is { } said ? Text[said.Code, said.Details] : "";

    private bool HasMore => Form.Asks(FormFields.Window) || (Form.Asks(FormFields.Series) && Form.Choices.Series.Count > 0) || (Form.Asks(FormFields.District) && !Form.Choices.Districts.IsEmpty);

    // Folded again, an answer or a mistake in it would be out of sight.
    private bool IsMoreOpen => FoldedFields.Any(f => Typed(f).Length > 0 || State.Errors.ContainsKey(f));

    private string Action(string what) => Context.IsPreview ? "" : $"/{Context.TenantIdentifier}/{PagePaths.Activity}/{Form.Slug}/{what}{PageLanguages.Query(Context.Language)}";

    private string Typed(string field) => State.Typed.GetValueOrDefault(field, "");

    private bool IsChosen(string field, string value) => Typed(field) == value;

    private string Id(string field) => $"{Key}-{field}";

    private string ErrorId(string field) => $"{Key}-{field}-error";

    // Markup of our own making, in which every name is encoded.
    private RenderFragment Options(ChoiceList choices, string field) => builder => builder.AddMarkupContent(0, choices.Markup(Typed(field)));

    private string? Invalid(string field) => State.Errors.ContainsKey(field) ? "true" : null;

    private string Error(string field) => State.Errors.TryGetValue(field, out var error) ? Text[error.Code, error.Details] : "";
}
