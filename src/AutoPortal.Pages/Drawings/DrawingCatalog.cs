using System.Collections.Frozen;
using System.Text;

namespace AutoPortal.Pages.Drawings;

/// <summary>The project's own drawings, by code: cars, people and scenes whose colours are CSS variables of the theme.</summary>
internal static class DrawingCatalog
{
    private const string Prefix = "drawing:";

    private static readonly FrozenDictionary<string, DrawingFile> ByCode = ReadAll();

    public static IEnumerable<string> Codes => ByCode.Keys;

    public static DrawingFile? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static FrozenDictionary<string, DrawingFile> ReadAll()
    {
        var assembly = typeof(DrawingCatalog).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return DrawingFile.Of(reader.ReadToEnd());
            }, StringComparer.Ordinal);
    }
}
