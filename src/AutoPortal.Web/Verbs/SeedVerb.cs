using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Verbs;

internal static class SeedVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        await using var work = await VerbWork.OpenAsync(isServing: false, null, ct);
        if (work.App.Environment.IsProduction())
        {
            throw new VerbRefusedException("The demonstration has known passwords: it is not seeded where the environment is Production.");
        }

        await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        await Demonstration.SeedAsync(work.App.Services, ct);
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, await Demonstration.SignInsAsync(work.App.Services, PortalHost.DefaultUrls, ct)).AsMemory(), ct);
        return 0;
    }
}
