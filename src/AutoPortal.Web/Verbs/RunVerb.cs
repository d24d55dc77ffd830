using AutoPortal.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AutoPortal.Web.Verbs;

internal static class RunVerb
{
    public static async Task<int> RunAsync(string? urls, CancellationToken ct)
    {
        await using var work = await VerbWork.OpenAsync(isServing: true, urls, ct);
        if (work.Environment.IsEmbedded)
        {
            await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        }

        await StartChecks.RequireAsync(work.App, ct);
        if (work.Environment.IsEmbedded && work.App.Environment.IsDevelopment())
        {
            await Demonstration.SeedWhereEmptyAsync(work.App.Services, ct);
        }

        await work.App.StartAsync(ct);
        await WelcomeAsync(work.App, ct);
        await work.App.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task WelcomeAsync(WebApplication app, CancellationToken ct)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? PortalHost.DefaultUrls;
        var lines = new List<string> { "", $"AutoPortal serves on {address}", $"  Staff portal    {address}/app" };
        if (app.Environment.IsDevelopment())
        {
            lines.AddRange(await Demonstration.SignInsAsync(app.Services, address, ct));
        }

        lines.Add("Stop with Ctrl+C.");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines).AsMemory(), ct);
    }
}
