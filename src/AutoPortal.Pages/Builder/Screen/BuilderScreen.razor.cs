using System.Globalization;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Canvas;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Builder.Session;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Publish;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AutoPortal.Pages.Builder.Screen;

/// <summary>The page builder: palette and outline, the canvas, the inspector. The canvas lives in the browser; this holds the document that it shows.</summary>
public sealed partial class BuilderScreen : IAsyncDisposable
{
    private static readonly int[] Frames = [360, 375, 390, 430, 768];
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<string> _chosen = [PageDocument.RootId];
    private IReadOnlyList<Peer> _peers = [];
    private DotNetObjectReference<BuilderPort>? _port;
    private IDisposable? _listening;
    private ElementReference _root;
    private PageNode? _inspected;
    private string _language = PageLanguages.Chinese;
    private string _search = "";
    private bool _isMissing;
    private bool _isOpen;
    private bool _isHandingIn;
    private bool _showsKeys;
    private int _settled;

    /// <summary>The page.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] private BuilderSession Session { get; set; } = null!;

    [Inject] private Peers Others { get; set; } = null!;

    [Inject] private BlockCatalog Catalog { get; set; } = null!;

    [Inject] private BlockWords Words { get; set; } = null!;

    [Inject] private BuilderEnd End { get; set; } = null!;

    [Inject] private PublicAssets Files { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ILiveBus Bus { get; set; } = null!;

    [Inject] private Toasts Notices { get; set; } = null!;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    private string Title => Session.Shown is { } draft ? PageSettings.Of(draft.Document).Title.In(_language) : "";

    private IEnumerable<(string Group, IReadOnlyList<BlockKind> Kinds)> Shelves
        => BlockGroups.All.Select(g => (g, (IReadOnlyList<BlockKind>)[.. Catalog.Kinds.Where(k => k.Hints.Group == g && k.Hints.OnlyIn.Count == 0 && IsForThisPage(k) && Matches(k))])).Where(s => s.Item2.Count > 0);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        Others.Dispose();
        _leaving.Dispose();
        _port?.Dispose();
        Session.Dispose();
        if (_isOpen)
        {
            try
            {
                await Js.InvokeVoidAsync("autoportalBuilder.close", CancellationToken.None);
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and the canvas with it.
            }
        }
    }

    internal async Task<CanvasPatch?> StartAsync(int revision, string language)
    {
        var missed = await Session.StartAsync(revision, language, _leaving.Token);
        Refresh();
        return missed;
    }

    internal async Task<BuilderReply> ActAsync(Guid operationId, BuilderIntent intent)
    {
        var (reply, refusal) = await Session.ActAsync(operationId, intent, _leaving.Token);
        return Tell(reply, refusal);
    }

    internal Task<string> ChooseAsync(IReadOnlyList<string> ids)
    {
        _chosen = ids;
        Others.Choose(ids.Count > 0 ? ids[^1] : PageDocument.RootId);
        Refresh();
        var page = Session.Shown!.Document.Root;
        return Task.FromResult(Clip.Write(ids.Where(id => id != PageDocument.RootId && !ids.Any(o => o != id && o != PageDocument.RootId && page.Find(o)?.Find(id) is not null)).Select(page.Find).OfType<PageNode>()));
    }

    internal Task ShowKeysAsync()
    {
        _showsKeys = true;
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            // Whoever may not edit is told the same whether the page is there or not: an answer must not tell which ids exist elsewhere.
            if (!await Session.OpenAsync(Id, _leaving.Token))
            {
                Navigation.NotFound();
            }

            return;
        }

        if (!Scope.May(PagesPermissions.Edit))
        {
            return;
        }

        _isMissing = !await Session.OpenAsync(Id, _leaving.Token);
        if (!_isMissing)
        {
            Refresh();
            _listening = Bus.Subscribe(Scope.TenantId, Draft.Topic(Id), word => InvokeAsync(() => HearAsync(word)));
            Others.Begin(Id, () => InvokeAsync(MeetAsync));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isOpen || Session.Shown is not { } draft)
        {
            return;
        }

        _isOpen = true;
        _port = DotNetObjectReference.Create(new BuilderPort(this));
        await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, Files.Builder);
        await OpenAsync(draft);
    }

    private ValueTask OpenAsync(Draft draft)
        => Js.InvokeVoidAsync("autoportalBuilder.open", _leaving.Token, _root, _port, BuilderOptions.Of(Id, draft.PathKind, _language, Catalog, Words, Text));

    private async Task HearAsync(string word)
    {
        if (_leaving.HasEnded)
        {
            return;
        }

        var revision = int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        await ShowAsync(await Session.HearAsync(revision, _leaving.Token));
    }

    private async Task MeetAsync()
    {
        if (!_leaving.HasEnded)
        {
            _peers = await Others.ListAsync(_leaving.Token);
            await Js.InvokeVoidAsync("autoportalBuilder.peers", _leaving.Token, _peers);
            StateHasChanged();
        }
    }

    private async Task SetAsync(FieldSet set)
    {
        if (_inspected is not { } node)
        {
            return;
        }

        await Js.InvokeVoidAsync("autoportalBuilder.saving", _leaving.Token, true);
        var (reply, refusal) = await Session.SetAsync(node.Id, set, _leaving.Token);
        Tell(reply, refusal);
        await ShowAsync(reply.Patch);
        await Js.InvokeVoidAsync("autoportalBuilder.saving", _leaving.Token, false);
    }

    private async Task SettleAsync(bool keepMine)
    {
        var (reply, refusal) = await Session.SettleAsync(keepMine, _leaving.Token);
        // Words that were given up leave their fields, too.
        _settled++;
        Tell(reply, refusal);
        await ShowAsync(reply.Patch);
    }

    private async Task ShowAsync(CanvasPatch? patch)
    {
        if (patch is not null)
        {
            await Js.InvokeVoidAsync("autoportalBuilder.patch", _leaving.Token, patch);
            Refresh();
        }
    }

    private async Task SpeakAsync(string language)
    {
        _language = language;
        if (Session.Shown is { } draft)
        {
            await OpenAsync(draft);
        }
    }

    private async Task PreviewAsync()
    {
        var link = await End.PreviewAsync(Id, _leaving.Token);
        if (link.IsOk)
        {
            await Js.InvokeVoidAsync("open", _leaving.Token, link.Value, "_blank", "noopener");
        }
        else
        {
            Warn(link.Refusal);
        }
    }

    private async Task HandInAsync()
    {
        _isHandingIn = true;
        var done = await End.HandInAsync(Id, _leaving.Token);
        _isHandingIn = false;
        if (done.IsOk)
        {
            Notices.Show(Text["build.submitted"]);
        }
        else
        {
            Warn(done.Refusal);
        }
    }

    private BuilderReply Tell(BuilderReply reply, Refusal? refusal)
    {
        Refresh();
        if (refusal is null || Session.Conflict is not null)
        {
            return reply;
        }

        Warn(refusal);
        return reply with { Say = Text[refusal.Code, refusal.Details] };
    }

    private void Warn(Refusal refusal) => Notices.Show(Text[refusal.Code, refusal.Details], ToastKind.Warning);

    private void Refresh()
    {
        _inspected = Session.Shown?.Document.Root is { } root ? root.Find(_chosen.Count > 0 ? _chosen[^1] : PageDocument.RootId) ?? root : null;
        StateHasChanged();
    }

    private string Pressed(string language) => language == _language ? "true" : "false";

    private bool IsForThisPage(BlockKind kind) => Session.Shown is not { } draft || kind.Hints.OnlyOnPaths.Count == 0 || kind.Hints.OnlyOnPaths.Contains(draft.PathKind, StringComparer.Ordinal);

    private bool Matches(BlockKind kind)
        => _search.Length == 0 || $"{Words.Kind(kind.Code)} {Words.Hint(kind.Code)} {kind.Code}".Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase);
}
