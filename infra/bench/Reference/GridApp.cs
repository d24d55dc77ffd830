namespace AutoPortal.Bench.Reference;

/// <summary>The smallest interactive Blazor Server program with a table of 50 rows and 6 columns.</summary>
internal static class GridApp
{
    public static WebApplication Build(int port)
    {
        var builder = Host.Builder(port);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<GridDocument>().AddInteractiveServerRenderMode();
        return app;
    }
}
