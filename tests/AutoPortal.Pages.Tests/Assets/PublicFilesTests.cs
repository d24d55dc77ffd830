using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AutoPortal.Pages.Tests.Assets;

/// <summary>What a phone has to load: the real bundles, made as the host makes them.</summary>
public sealed partial class PublicFilesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));
    private static readonly string NpmRoot = Path.Combine(Root, "wwwroot-assets");

    [Theory]
    [InlineData("public.ts", 15_000)]
    [InlineData("beacon.ts", 4_000)]
    [InlineData("public.css", 12_000)]
    public async Task A_plain_page_loads_little(string entry, int mostBytes)
    {
        var bundle = await BundleAsync(entry);

        Gzipped(bundle).ShouldBeLessThan(mostBytes);
    }

    [Fact]
    public void Styles_measure_the_page_and_never_the_window()
    {
        var styles = Directory.GetFiles(Path.Combine(NpmRoot, "public"), "*.css").Concat(BesideComponents()).ToList();

        styles.ShouldNotBeEmpty();
        foreach (var file in styles)
        {
            WindowMeasure().IsMatch(File.ReadAllText(file)).ShouldBeFalse(file);
        }
    }

    [Fact]
    public async Task Every_style_sheet_of_a_block_is_taken_in_by_lying_there()
    {
        var taken = Encoding.UTF8.GetString(await BundleAsync("public.css"));
        var beside = BesideComponents().Select(file => FirstClass().Match(File.ReadAllText(file)).Value).ToList();

        beside.Count.ShouldBeGreaterThan(20);
        beside.ShouldAllBe(name => taken.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_are_drawings_with_a_stated_ratio_and_nothing_that_runs()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(NpmRoot, "pictures"), "*.svg"))
        {
            var svg = XDocument.Load(file).Root!;

            svg.Attribute("viewBox").ShouldNotBeNull(file);
            svg.Attribute("width").ShouldNotBeNull(file);
            svg.DescendantsAndSelf().ShouldAllBe(e => e.Name.LocalName != "script" && e.Name.LocalName != "foreignObject" && e.Name.LocalName != "image");
            svg.DescendantsAndSelf().Attributes().ShouldAllBe(a => a.Name.LocalName != "style" && a.Name.LocalName != "href" && !a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            new FileInfo(file).Length.ShouldBeLessThan(24_000, file);
        }
    }

    private static IEnumerable<string> BesideComponents()
        => new[] { "Blocks", "Public" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, "src", "AutoPortal.Pages", folder), "*.css", SearchOption.AllDirectories));

    private static async Task<byte[]> BundleAsync(string entry)
    {
        var esbuild = new ProcessStartInfo("node", ["bundle.mjs", Path.Combine("public", entry)])
        {
            WorkingDirectory = NpmRoot,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(esbuild)!;
        using var bundle = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bundle);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        bundle.Length.ShouldBeGreaterThan(0);
        return bundle.ToArray();
    }

    private static long Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.Length;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\.pg-[a-z_-]+")]
    private static partial Regex FirstClass();

    [GeneratedRegex(@"@media[^{]*\b(width|height)\b|\d(vw|vi|svw|dvw|lvw)\b")]
    private static partial Regex WindowMeasure();
}
