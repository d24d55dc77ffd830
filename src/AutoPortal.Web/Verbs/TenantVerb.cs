using AutoPortal.Platform;
using AutoPortal.Platform.Tenants;
using AutoPortal.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Web.Verbs;

internal static class TenantVerb
{
    public static async Task<int> CreateAsync(string identifier, string name, string adminEmail, CancellationToken ct)
    {
        await using var work = await VerbWork.OpenAsync(isServing: false, null, ct);
        await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        var made = await work.App.Services.GetRequiredService<CreateTenant>().RunAsync(identifier, name, adminEmail, ct);
        if (!made.IsOk)
        {
            var texts = work.App.Services.GetRequiredService<IStringLocalizer<PlatformTexts>>();
            throw new VerbRefusedException(texts[made.Refusal.Code, made.Refusal.Details], CommandLine.WrongArguments);
        }

        var signIn = made.Value.OneTimePassword is { } password ? $"signs in with the one-time password {password}" : "keeps the password of the existing account";
        await Console.Out.WriteLineAsync($"Tenant {made.Value.Identifier} made; {made.Value.AdminEmail} {signIn}.".AsMemory(), ct);
        return 0;
    }
}
