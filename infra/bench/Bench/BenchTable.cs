using System.Globalization;

namespace AutoPortal.Bench;

/// <summary>Prints figures as a Markdown table, ready for a note.</summary>
internal static class BenchTable
{
    public static string Of(IReadOnlyList<Figure> figures)
    {
        var lines = new List<string[]> { new[] { "#", "What", "Ours", "Reference", "Ratio", "Target", "", "Checked" } };
        lines.AddRange(figures.Select(f => new[]
        {
            f.Id, f.What, f.Ours, f.Reference, f.Value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "–", f.Target, f.Verdict, f.Checked,
        }));
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        lines.Insert(1, [.. widths.Select(width => new string('-', Math.Max(1, width)))]);
        return string.Join('\n', lines.Select(line => "| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |"));
    }
}
