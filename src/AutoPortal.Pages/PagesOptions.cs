using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Pages;

/// <summary>Settings of this module, section <c>Pages</c>.</summary>
internal sealed class PagesOptions
{
    /// <summary>Scheme and host by which consumers reach the pages, such as <c>https://m.example.cn</c>; absent, canonical and share addresses are relative.</summary>
    /// <remarks>Never taken from the Host header: a cached page would carry whatever a stranger sent.</remarks>
    [Url]
    public string? PublicOrigin { get; init; }

    /// <summary>Minutes that a rendered page may be served again; publishing ends it at once.</summary>
    [Range(1, 1440)]
    public int CacheMinutes { get; init; } = 10;

    /// <summary>Memory for rendered pages on one node.</summary>
    [Range(16, 4096)]
    public int CacheMegabytes { get; init; } = 256;

    /// <summary>What a phone may load of a page, pictures and posters included, before its authors are told that it is heavy.</summary>
    [Range(50, 50_000)]
    public int PageBudgetKilobytes { get; init; } = 1_500;
}
