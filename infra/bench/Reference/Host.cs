namespace AutoPortal.Bench.Reference;

/// <summary>A quiet host on one loopback port.</summary>
internal static class Host
{
    public static WebApplicationBuilder Builder(int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        return builder;
    }
}
