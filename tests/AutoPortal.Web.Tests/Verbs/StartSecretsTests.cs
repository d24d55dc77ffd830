using System.Diagnostics;
using System.Security.Cryptography;
using AutoPortal.Kernel.Security;
using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Tests.Verbs;

/// <summary>What a server does that is started in production without a key worth the name: nothing, and it says in one line what to do.</summary>
public sealed class StartSecretsTests
{
    private static readonly string Zeros = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData(null, "Secrets:MasterKey is not set.")]
    [InlineData("", "Secrets:MasterKey is not set.")]
    [InlineData("change-me", "must be the Base64 of at least 32 random bytes")]
    [InlineData("c2hvcnQ=", "must be the Base64 of at least 32 random bytes")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "is a placeholder, not a random key")]
    public async Task A_server_in_production_does_not_start_without_a_key_of_its_own(string? key, string why)
    {
        var (code, output, error) = await RunAsync(key);

        code.ShouldBe(1);
        error.ShouldContain(why);
        error.Split('\n').Length.ShouldBe(1, "one line says what to do");
        output.ShouldNotContain("serves on");
        if (key is { Length: > 0 })
        {
            error.ShouldNotContain(key, customMessage: "whatever was given is not repeated");
        }
    }

    [Fact]
    public void A_random_key_is_taken()
    {
        StartChecks.SecretFault(new SecretsOptions { MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }).ShouldBeNull();
        StartChecks.SecretFault(new SecretsOptions { MasterKey = Zeros }).ShouldNotBeNull();
    }

    // No database is behind the address: the key is looked at before anything is asked of one.
    private static async Task<(int Code, string Out, string Error)> RunAsync(string? key)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AutoPortal.Web.dll"), "run", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Portal"] = start.Environment["ConnectionStrings__PortalListen"] = "Host=127.0.0.1;Port=9;Username=portal_app;Password=x;Database=none;Timeout=3";
        start.Environment.Remove("Secrets__MasterKey");
        if (key is not null)
        {
            start.Environment["Secrets__MasterKey"] = key;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }
}
