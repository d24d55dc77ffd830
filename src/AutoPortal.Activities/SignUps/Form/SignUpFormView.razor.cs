using AutoPortal.Activities.Arrivals;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>Draws the form, or what stands in its place. Without a post everything drawn is the same for everybody, so that the page can be cached.</summary>
public sealed partial class SignUpFormView
{
    private static readonly SignUpFormState Untouched = new(new Dictionary<string, string>(), PublicPost.NoErrors, null);
    private static readonly string[] FoldedFields = [SignUpFields.District, SignUpFields.Series, SignUpFields.Window];
    private SignUpForm? _form;
    private SignUpFormState _state = Untouched;
    private SignUpReceipt? _receipt;
    private bool _isLoaded;

    private string Key => Block.Id.Length > 0 ? Block.Id : SignUpFormBlock.Kind;

    private string Message => _state.Message is { } said ? Text[said.Code, said.Details] : "";

    private bool HasMore => _form!.Asks(FormFields.Window) || (_form.Asks(FormFields.Series) && _form.Choices.Series.Count > 0) || (_form.Asks(FormFields.District) && !_form.Choices.Districts.IsEmpty);

    private string Mine => Context.IsPreview ? "" : $"/{Context.TenantIdentifier}/me{PageLanguages.Query(Context.Language)}";

    // Folded again, an answer or a mistake in it would be out of sight.
    private bool IsMoreOpen => FoldedFields.Any(f => Typed(f).Length > 0 || _state.Errors.ContainsKey(f));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _receipt = Context.Input<SignUpReceipt>();
        _state = Context.Input<SignUpFormState>() ?? Untouched;
        _form = Context.SubjectId is { } activityId ? await Forms.FindAsync(activityId, CancellationToken.None) : null;
        _isLoaded = true;
    }

    private string? Code(SignUpReceipt receipt)
        => receipt is { State: "confirmed", SignUpId: var id } && id != Guid.Empty && _form is { IsVisited: true } && Context.SubjectId is { } activityId
            ? CheckInCodes.Of(Vault, Context.TenantId, activityId, id)
            : null;

    private string Action(string what) => Context.IsPreview ? "" : $"/{Context.TenantIdentifier}/{Context.PathKind}/{Context.Slug}/{what}{PageLanguages.Query(Context.Language)}";

    private string Typed(string field) => _state.Typed.GetValueOrDefault(field, "");

    private bool IsChosen(string field, string value) => Typed(field) == value;

    private string Id(string field) => $"{Key}-{field}";

    private string ErrorId(string field) => $"{Key}-{field}-error";

    // Markup of our own making, in which every name is encoded.
    private RenderFragment Options(ChoiceList choices, string field) => builder => builder.AddMarkupContent(0, choices.Markup(Typed(field)));

    private string? Invalid(string field) => _state.Errors.ContainsKey(field) ? "true" : null;

    private string Error(string field) => _state.Errors.TryGetValue(field, out var error) ? Text[error.Code, error.Details] : "";
}
