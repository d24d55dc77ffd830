using System.Globalization;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Builder.Edits;
using AutoPortal.Pages.Builder.Settings;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Themes;
using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Pages.Builder.Canvas;

/// <summary>Draws a draft, or parts of it, with the very components that the public gets. They are gone when they are drawn: no circuit holds them.</summary>
internal sealed class CanvasPainter(IServiceProvider services, ILoggerFactory logs, BlockCatalog catalog, ITenantDirectory tenants, PublicAssets assets, CurrentScope scope) : IAsyncDisposable
{
    private readonly HtmlRenderer _renderer = new(services, logs);

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();

    /// <summary>The whole page.</summary>
    public async Task<WholeCanvas> WholeAsync(Draft draft, string language, CancellationToken ct)
    {
        var context = await ContextAsync(draft, language, ct);
        var html = await _renderer.DrawAsync<PageBody>(language, new(StringComparer.Ordinal)
        {
            [nameof(PageBody.Context)] = context,
            [nameof(PageBody.Blocks)] = catalog.ReadAll(draft.Document.Blocks, draft.PageId),
        });
        return new(draft.Revision, SavedAt(draft), html, [.. draft.Document.Blocks.Select(b => CanvasTree.Of(b, language))], assets.Css, assets.CanvasCss, ThemeHref(context));
    }

    /// <summary>What changed since another draft.</summary>
    public async Task<CanvasPatch> PatchAsync(Draft shown, Draft wanted, string language, CancellationToken ct)
    {
        var difference = PageDifference.Between(shown.Document, wanted.Document);
        var context = await ContextAsync(wanted, language, ct);
        var nodes = new List<DrawnNode>(difference.Redrawn.Count);
        foreach (var block in difference.Redrawn)
        {
            var html = catalog.Read(block, wanted.PageId) is { } drawn
                ? await _renderer.DrawAsync<CanvasNode>(language, new(StringComparer.Ordinal) { [nameof(CanvasNode.Context)] = context, [nameof(CanvasNode.Block)] = drawn })
                : "";
            nodes.Add(new(html, CanvasTree.Of(block, language)));
        }

        return new()
        {
            From = shown.Revision,
            Revision = wanted.Revision,
            SavedAt = SavedAt(wanted),
            Order = difference.Order,
            Nodes = nodes,
            Theme = difference.IsPageChanged ? ThemeHref(context) : null,
        };
    }

    private static string SavedAt(Draft draft) => draft.SavedAt.ToString("O", CultureInfo.InvariantCulture);

    private static string ThemeHref(BlockContext context) => $"/{context.TenantIdentifier}/theme-{(ThemeTokens.Of(context.Theme) ?? ThemeTokens.Of(PageTheme.Default)!).Code}.css";

    private async Task<BlockContext> ContextAsync(Draft draft, string language, CancellationToken ct)
    {
        var tenant = await tenants.FindAsync(scope.TenantId, ct) ?? throw new InvalidOperationException($"Tenant {scope.TenantId} of the running scope is not known.");
        return new()
        {
            TenantId = tenant.Id,
            TenantIdentifier = tenant.Identifier,
            TenantName = tenant.Name,
            PageId = draft.PageId,
            SubjectId = draft.SubjectId,
            PathKind = draft.PathKind,
            Slug = draft.Slug,
            Language = language,
            Theme = PageSettings.Of(draft.Document).ThemeOver(tenant.AccentColor) ?? new PageTheme(tenant.AccentColor),
            IsPreview = true,
        };
    }
}
