using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Verbs;

internal static class MigrateVerb
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        await using var work = await VerbWork.OpenAsync(isServing: false, null, ct);
        if (work.Environment.Connections.PortalOwner.Length == 0)
        {
            throw new VerbRefusedException("To migrate, set ConnectionStrings:PortalOwner to a login that owns the database.");
        }

        await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        await Console.Out.WriteLineAsync("The schema is current.".AsMemory(), ct);
        return 0;
    }
}
