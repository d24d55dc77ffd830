using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;

namespace AutoPortal.Pages.Public;

/// <summary>Addresses of the few files that a consumer page loads. They carry a hash, so that a phone may keep them for ever.</summary>
public sealed class PublicAssets(IWebHostEnvironment host)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset ModifiedAt, string Href)> _hrefs = new(StringComparer.Ordinal);

    /// <summary>The style sheet.</summary>
    public string Css => Href("assets/public.css");

    /// <summary>The script.</summary>
    public string Script => Href("assets/public.js");

    /// <summary>What a chat shows when the page is shared.</summary>
    public string ShareImage => Href("assets/pictures/share.png");

    /// <summary>What the builder lays over a page on its canvas.</summary>
    public string CanvasCss => Href("assets/canvas.css");

    /// <summary>The builder's script, for staff alone.</summary>
    public string Builder => Href("assets/builder.js");

    /// <summary>The builder's own style sheet.</summary>
    public string BuilderCss => Href("assets/builder.css");

    private string Href(string path)
    {
        var file = host.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            return "/" + path;
        }

        // Looked at again when the file changes under a running program, as it does while styles are being written.
        if (!_hrefs.TryGetValue(path, out var known) || known.ModifiedAt != file.LastModified)
        {
            using var stream = file.CreateReadStream();
            known = (file.LastModified, $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(stream))[..12]}");
            _hrefs[path] = known;
        }

        return known.Href;
    }
}
