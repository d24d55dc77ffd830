using AutoPortal.Bench.Portal;

namespace AutoPortal.Bench.Measures;

/// <summary>The published page as a stranger gets it.</summary>
internal static class PageBytes
{
    public static async Task<byte[]> GetAsync(BenchContext bench, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bench.Node.Page), ct);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync(ct)
            : throw new BenchException($"{PortalNode.PagePath} answered {(int)answer.StatusCode}.");
    }

    public static string Kilobytes(int bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.0} kB");
}
