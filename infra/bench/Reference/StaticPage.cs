namespace AutoPortal.Bench.Reference;

/// <summary>Kestrel answering prepared bytes: what a cached page can reach at best.</summary>
internal static class StaticPage
{
    public static WebApplication Build(int port, byte[] page)
    {
        var app = Host.Builder(port).Build();
        app.MapGet("/page", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = page.Length;
            await http.Response.Body.WriteAsync(page, http.RequestAborted);
        });
        return app;
    }
}
