using System.Diagnostics;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>One Chromium for the whole run. Where none is found, Debian's is installed when that is allowed; else one line says what to install.</summary>
public static class Browsers
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static IBrowser? _browser;

    public static async Task<IBrowser> ChromiumAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _browser ??= await LaunchAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await FindAsync(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
        });
    }

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("AUTOPORTAL_CHROMIUM") is { Length: > 0 } named)
        {
            return named;
        }

        if (Array.Find(Places, File.Exists) is { } found)
        {
            return found;
        }

        if (OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("apt-get update -qq");
            await RunAsync("DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk");
        }

        return Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException("The browser journeys need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in AUTOPORTAL_CHROMIUM.");
    }

    private static async Task RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command + " >/dev/null 2>&1"]))!;
        await shell.WaitForExitAsync();
    }
}
