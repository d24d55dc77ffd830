using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace AutoPortal.Web.Shell;

/// <summary>Addresses of our own files with the hash of their content, so that browsers may keep them for a year.</summary>
internal sealed class PortalAssets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> _urls = new(StringComparer.Ordinal);

    public string Url(string path) => environment.IsDevelopment() ? Versioned(path) : _urls.GetOrAdd(path, Versioned);

    private string Versioned(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            return path;
        }

        using var stream = file.CreateReadStream();
        return $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}";
    }
}
