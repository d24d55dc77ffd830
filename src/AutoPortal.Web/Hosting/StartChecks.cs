using AutoPortal.Kernel.Data.Migrating;
using AutoPortal.Kernel.Security;
using AutoPortal.Web.Verbs;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Web.Hosting;

/// <summary>What must hold before the first request is taken. Production is stricter; each refusal is one line that says what to do.</summary>
internal static class StartChecks
{
    public static async Task RequireAsync(WebApplication app, CancellationToken ct)
    {
        Require(SecretFault(app.Services.GetRequiredService<IOptions<SecretsOptions>>().Value));
        var source = app.Services.GetRequiredService<NpgsqlDataSource>();
        Require(await ApplicationRoleCheck.FindFaultAsync(source, ct));
        if (app.Environment.IsProduction())
        {
            Require(await Demonstration.FindFaultAsync(app.Services, ct));
        }
    }

    internal static string? SecretFault(SecretsOptions secrets)
    {
        if (secrets.MasterKey.Length == 0)
        {
            return "Secrets:MasterKey is not set. Make one with: openssl rand -base64 32, and give it as Secrets__MasterKey.";
        }

        var bytes = new byte[secrets.MasterKey.Length];
        if (!Convert.TryFromBase64String(secrets.MasterKey, bytes, out var length) || length < 32)
        {
            return "Secrets:MasterKey must be the Base64 of at least 32 random bytes.";
        }

        return bytes.Take(length).Distinct().Count() < 8
            ? "Secrets:MasterKey is a placeholder, not a random key. Make one with: openssl rand -base64 32."
            : null;
    }

    private static void Require(string? fault)
    {
        if (fault is not null)
        {
            throw new VerbRefusedException(fault);
        }
    }
}
