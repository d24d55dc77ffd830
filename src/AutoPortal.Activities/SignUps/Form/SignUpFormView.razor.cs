using AutoPortal.Activities.SignUps.Public;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>Draws the form of the page's own activity, or what stands in its place.</summary>
public sealed partial class SignUpFormView
{
    private SignUpForm? _form;
    private SignUpFormState _state = SignUpFormState.Untouched;
    private SignUpReceipt? _receipt;
    private bool _isLoaded;

    private string Key => Block.Id.Length > 0 ? Block.Id : SignUpFormBlock.Kind;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _receipt = SignUpReceipt.For(Context, Key);
        _state = SignUpFormState.For(Context, Key);
        _form = Context.SubjectId is { } activityId ? await Forms.FindAsync(activityId, CancellationToken.None) : null;
        _isLoaded = true;
    }
}
