using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>The line between a browser and the portal's circuits, which can be cut and mended.</summary>
internal sealed class Line
{
    private readonly List<IWebSocketRoute> _open = [];
    private bool _isCut;

    /// <summary>From here on the browser's circuits run over this line.</summary>
    public async Task LayAsync(IPage page)
    {
        await page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
            socket.ConnectToServer();
            _open.Add(socket);
        });
        await page.RouteAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), route => _isCut ? route.AbortAsync() : route.ContinueAsync());
    }

    public async Task CutAsync()
    {
        _isCut = true;
        foreach (var socket in _open)
        {
            await socket.CloseAsync(new() { Code = 4000 });
        }

        _open.Clear();
    }

    public void Mend() => _isCut = false;
}
