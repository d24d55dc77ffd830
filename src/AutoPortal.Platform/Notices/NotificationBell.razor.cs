using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.Notices;

/// <summary>The bell in the top bar: what is new, as it happens.</summary>
public sealed partial class NotificationBell
{
    private const int Latest = 8;
    private readonly ScreenLifetime _leaving = new();
    private IDisposable? _listening;
    private IReadOnlyList<NoticeRow> _latest = [];
    private int _unread;
    private string? _said;

    [Inject] private MyNotices Notices { get; set; } = null!;

    [Inject] private ReadNotices Read { get; set; } = null!;

    [Inject] private NoticeWords Words { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    private string Count => _unread > MyNotices.MostCounted ? MyNotices.MostCounted + "+" : _unread.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Label => _unread == 0 ? Text["bell.label"] : Text["bell.label_unread", Count];

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening?.Dispose();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive || Scope.UserId is not { } accountId)
        {
            return;
        }

        // Listens first: a notice between the look and the listening would not be seen.
        _listening = Bus.Subscribe(Scope.TenantId, PlatformTopics.User(accountId), word => InvokeAsync(() => RefreshAsync(isNew: word == "notice")));
        await RefreshAsync(isNew: false);
    }

    private async Task RefreshAsync(bool isNew)
    {
        if (_leaving.HasEnded || !Scope.IsEntered)
        {
            return;
        }

        try
        {
            _unread = await Notices.CountUnreadAsync(_leaving.Token);
            _latest = (await Notices.ListAsync(PageRequest.First(Latest), _leaving.Token)).Rows;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _said = isNew && _latest is [{ IsRead: false } newest, ..] ? Words.Of(newest.Code, newest.Values) : null;
        StateHasChanged();
    }

    private Task ReadAsync(NoticeRow notice) => notice.IsRead ? Task.CompletedTask : Read.RunAsync(notice.Id, _leaving.Token);

    private Task ReadAllAsync() => Read.RunAsync(null, _leaving.Token);
}
