using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Templates;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Library;

/// <summary>A page from a template, for a page of plain content or for an activity that has none yet; goes on to the builder.</summary>
public sealed partial class NewPageDialog
{
    private readonly ScreenLifetime _leaving = new();
    private DraftKeeper _keeper = null!;
    private NewPageForm _form = new();
    private IReadOnlyList<PageSubject> _subjects = [];
    private string? _refused;
    private string? _nameError;
    private string? _slugError;
    private string? _subjectError;
    private bool _wasOpen;
    private bool _isBusy;

    /// <summary>Whether it is open.</summary>
    [Parameter, EditorRequired] public bool Open { get; set; }

    /// <summary>The folder to begin with.</summary>
    [Parameter] public string? Folder { get; set; }

    /// <summary>The person closed it; what was typed is kept.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] private CreatePage Create { get; set; } = null!;

    [Inject] private IEnumerable<IPageSubjects> Subjects { get; set; } = null!;

    [Inject] private ITenantDirectory Tenants { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Open && !_wasOpen)
        {
            _form.Folder = _form.Folder.Length == 0 ? Folder ?? "" : _form.Folder;
            var all = new List<PageSubject>();
            foreach (var source in Subjects)
            {
                all.AddRange(await source.WithoutPageAsync(_leaving.Token));
            }

            _subjects = all;
        }

        _wasOpen = Open;
    }

    private PageSubject? Subject => _subjects.FirstOrDefault(s => s.Id.ToString() == _form.Subject);

    private void Choose(string template) => (_form.Template, _form.HasChosenTemplate) = (template, true);

    private void TakeSubject() => _form.Take(Subject);

    private async Task RunAsync()
    {
        var isActivity = _form.Kind == PagePaths.Activity;
        _nameError = string.IsNullOrWhiteSpace(_form.Zh) ? Text["new.name_missing"].Value : null;
        _subjectError = isActivity && Subject is null ? Text["new.subject_missing"].Value : null;
        _slugError = !isActivity && !PageSlug.IsValid(_form.Slug.Trim()) ? Text["pages.slug_is_malformed"].Value : null;
        if (_nameError is not null || _subjectError is not null || _slugError is not null)
        {
            return;
        }

        _isBusy = true;
        var subject = isActivity ? Subject : null;
        var made = await Create.RunAsync(_form.Page(subject) with { Words = await WordsAsync(subject) }, _leaving.Token);
        _isBusy = false;
        if (!made.IsOk)
        {
            _refused = Text[made.Refusal.Code, made.Refusal.Details];
            return;
        }

        await _keeper.ForgetAsync();
        Navigation.NavigateTo(PagesRoutes.BuildOf(made.Value));
    }

    // What the house knows already, so that nobody types it: who publishes the page, and what the activity says of itself.
    private async Task<Dictionary<string, LocalText>> WordsAsync(PageSubject? subject)
    {
        var words = new Dictionary<string, LocalText>(subject?.Words ?? new Dictionary<string, LocalText>(), StringComparer.Ordinal);
        words.TryAdd("operator", (await Tenants.FindAsync(Scope.TenantId, _leaving.Token))?.Name ?? "");
        words.TryAdd("privacy", $"/{Scope.TenantIdentifier}/{PagePaths.Content}/privacy");
        return words;
    }
}
