using System.Security.Cryptography;
using System.Text;

namespace AutoPortal.Kernel.Imports;

/// <summary>Which column of a file is which field.</summary>
public static class ColumnMap
{
    /// <summary>Finds the fields by their titles and aliases; a heading that fits two fields is left to the person.</summary>
    /// <param name="headings">The file's headings, in order.</param>
    /// <param name="fields">The kind's fields.</param>
    /// <param name="titlesOf">All titles of a field, in every language.</param>
    /// <returns>A field code or null for each heading.</returns>
    public static IReadOnlyList<string?> Guess(IReadOnlyList<string> headings, IReadOnlyList<ImportField> fields, Func<ImportField, IEnumerable<string>> titlesOf)
    {
        var byName = fields
            .SelectMany(f => titlesOf(f).Concat(f.Aliases).Append(f.Code).Select(Plain).Distinct(), (field, name) => (field, name))
            .GroupBy(n => n.name).Where(g => g.Select(n => n.field).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().field.Code);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. headings.Select(heading => byName.GetValueOrDefault(Plain(heading)) is { } code && taken.Add(code) ? code : null)];
    }

    /// <summary>Names the shape of a file: its headings in order, whatever their case and spacing.</summary>
    public static string ShapeOf(IEnumerable<string> headings)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', headings.Select(Plain)))));

    // 手机号*, 手机号（必填） and 手机 号 are the same heading.
    private static string Plain(string heading)
    {
        var text = ImportText.Normalise(heading).ToUpperInvariant();
        var note = text.IndexOf('(', StringComparison.Ordinal);
        if (note > 0 && text.EndsWith(')') && (text.Contains("必填", StringComparison.Ordinal) || text.Contains("选填", StringComparison.Ordinal) || text.Contains("REQUIRED", StringComparison.Ordinal)))
        {
            text = text[..note];
        }

        return new string([.. text.Where(sign => sign is not (' ' or '*' or ':' or '_' or '-'))]);
    }
}
