using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>The page builder as the operator of the demonstration finds it.</summary>
internal static class BuilderDesk
{
    public static async Task<Visitor> OpenAsync(Portal portal, string slug, bool onPhone = false, Line? line = null)
    {
        await using var owner = new NpgsqlConnection(portal.Connections.PortalOwner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand($"select p.id from pages.pages p join platform_shared.tenants t on t.id = p.tenant_id where t.identifier = 'chenxing' and p.slug = '{slug}'", owner);
        var id = (Guid)(await command.ExecuteScalarAsync())!;
        var visitor = onPhone ? await Visitor.OnPhoneAsync(portal.Url) : await Visitor.AtDeskAsync(portal.Url);
        if (line is not null)
        {
            await line.LayAsync(visitor.Page);
        }

        await visitor.SignInAsync("operator@chenxing.demo", returnUrl: $"/app/pages/{id}/build");
        await ReadyAsync(visitor.Page);
        return visitor;
    }

    public static Task ReadyAsync(IPage page) => page.WaitForSelectorAsync(".builder:not([data-loading]) .pbo-row >> nth=1", new() { State = WaitForSelectorState.Attached, Timeout = 20_000 });

    public static async Task<IReadOnlyList<string>> RowsAsync(IPage page) => await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.pbo-row')].map(r => r.dataset.id)");

    public static Task RowsBecomeAsync(IPage page, int count) => page.WaitForFunctionAsync("count => document.querySelectorAll('.pbo-row').length === count", count);

    public static Task StandsAtAsync(IPage page, string id, int place)
        => page.WaitForFunctionAsync("([id, at]) => [...document.querySelectorAll('.pbo-row')].findIndex(r => r.dataset.id === id) === at", new object[] { id, place });

    public static async Task DragAsync(IPage page, string from, string onto, bool isInside = false)
    {
        await page.Locator(from).ScrollIntoViewIfNeededAsync();
        var (start, target) = (await page.Locator(from).BoundingBoxAsync(), await page.Locator(onto).BoundingBoxAsync());
        await page.Mouse.MoveAsync(start!.X + 40, start.Y + 20);
        await page.Mouse.DownAsync();
        var (x, y) = isInside ? (target!.X + (target.Width / 2), target.Y + (target.Height / 2)) : (target!.X + 180, target.Y + 300);
        await page.Mouse.MoveAsync(x - 80, y - 100, new() { Steps = 8 });
        await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
