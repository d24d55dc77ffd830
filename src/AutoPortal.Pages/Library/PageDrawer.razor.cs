using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Lint;
using AutoPortal.Pages.Publish;
using AutoPortal.Pages.Versions;
using AutoPortal.Ui;
using AutoPortal.Ui.Looks;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Library;

/// <summary>One page: its way to the public, its versions, its preview links.</summary>
public sealed partial class PageDrawer
{
    private readonly ScreenLifetime _leaving = new();
    private Guid? _shown;
    private PageRow? _page;
    private IReadOnlyList<ReleaseRow> _history = [];
    private IReadOnlyList<LintFinding> _findings = [];
    private bool _looked;
    private bool _isCopying;

    /// <summary>The page; null while closed.</summary>
    [Parameter] public Guid? PageId { get; set; }

    /// <summary>Folders to choose from.</summary>
    [Parameter] public IReadOnlyList<FolderRow> Folders { get; set; } = [];

    /// <summary>The person closed it.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The page was changed.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Another page is to be shown.</summary>
    [Parameter] public EventCallback<Guid> OnOpen { get; set; }

    [Inject] private PageQueries Pages { get; set; } = null!;

    [Inject] private VersionQueries Versions { get; set; } = null!;

    [Inject] private PageLinter Linter { get; set; } = null!;

    [Inject] private ArrangePage Arrange { get; set; } = null!;

    [Inject] private WithdrawPage Withdraw { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    private bool MayEdit => User.May(PagesPermissions.Edit);

    private bool MayPublish => User.May(PagesPermissions.Publish);

    private string Address => $"/{Scope.TenantIdentifier}/{_page!.PathKind}/{_page.Slug}";

    private bool IsShared => _page is { MasterId: not null } or { DealerId: null };

    private ReleaseRow? Pending => _history.FirstOrDefault(r => r.Id == _page!.PendingRelease);

    private List<TabItem> TabItems => [new("way", Text["drawer.way"], _findings.Count > 0 ? _findings.Count : null), new("versions", Text["drawer.versions"]), new("preview", Text["drawer.preview"]), .. IsShared ? [new TabItem("dealers", Text["drawer.dealers"])] : Array.Empty<TabItem>()];

    /// <summary>Reads the page anew; does nothing while closed.</summary>
    public async Task ReloadAsync()
    {
        if (_shown is not { } id)
        {
            return;
        }

        _page = await Pages.FindAsync(id, _leaving.Token);
        _history = await Versions.HistoryAsync(id, _leaving.Token);
        _findings = await Linter.CheckAsync(id, _leaving.Token);
        _looked = true;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == PageId)
        {
            return;
        }

        (_shown, _page, _looked, _isCopying) = (PageId, null, false, false);
        if (RendererInfo.IsInteractive)
        {
            await ReloadAsync();
        }
    }

    private Task ArchiveAsync(bool isArchived) => RunAsync(Arrange.ArchiveAsync(_page!.Id, isArchived, _leaving.Token), isArchived ? "library.is_archived" : "library.is_unarchived");

    private Task WithdrawAsync() => RunAsync(Withdraw.RunAsync(_page!.Id, _leaving.Token), "library.is_withdrawn");

    private async Task RunAsync(Task<Outcome> act, string done)
    {
        var outcome = await act;
        Toasts.Show(outcome.IsOk ? Text[done] : Text[outcome.Refusal.Code, outcome.Refusal.Details], outcome.IsOk ? ToastKind.Done : ToastKind.Warning);
        await ChangedAsync();
    }

    private async Task ChangedAsync()
    {
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task CopiedAsync(Guid pageId)
    {
        _isCopying = false;
        await OnChanged.InvokeAsync();
        await OnOpen.InvokeAsync(pageId);
    }
}
