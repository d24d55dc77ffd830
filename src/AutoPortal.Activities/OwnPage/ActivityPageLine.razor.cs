using AutoPortal.Activities.Edit;
using AutoPortal.Activities.List;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.OwnPage;

/// <summary>How far an activity's page has come, and what can be done about it.</summary>
public sealed partial class ActivityPageLine
{
    private readonly ScreenLifetime _leaving = new();
    private PageFacts? _page;
    private bool _isBusy;

    /// <summary>The activity.</summary>
    [Parameter, EditorRequired] public ActivityRow Activity { get; set; } = null!;

    [Inject] private MakeActivityPage MakePage { get; set; } = null!;

    [Inject] private IPageDirectory Pages { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    // A dealer does not reach headquarters' page, but knows what the activity was told of it.
    private string? State => _page?.State ?? (Activity.IsPagePublic ? "live" : Activity.PageId is null ? null : "draft");

    private string Href => $"/{Scope.TenantIdentifier}/{PagePaths.Activity}/{Activity.Slug}";

    private bool MayBuild => Scope.May(PageDesk.Edit);

    private bool MayMake => MayBuild && Scope.May(ActivitiesPermissions.Manage) && ActivityReach.Owns(Scope, Activity.Scope, Activity.DealerIds) && Activity.State is not ("cancelled" or "archived");

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
        => _page = await Pages.FindAsync(PagePaths.Activity, Activity.Slug, _leaving.Token) is { } page && page.SubjectId == Activity.Id ? page : null;

    private async Task MakeAsync()
    {
        _isBusy = true;
        var made = await MakePage.RunAsync(Activity.Id, _leaving.Token);
        _isBusy = false;
        if (made.IsOk)
        {
            Navigation.NavigateTo(PageDesk.BuildOf(made.Value));
            return;
        }

        Toasts.Show(Text[made.Refusal.Code, made.Refusal.Details], ToastKind.Warning);
    }
}
