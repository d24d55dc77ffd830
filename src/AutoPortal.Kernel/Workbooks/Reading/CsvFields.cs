namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>What spreadsheets and we ourselves put around a text in a CSV so that it stays a text.</summary>
internal static class CsvFields
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Whether Excel would run it: it looks like a formula behind any apostrophes.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart('\'');
        return !start.IsEmpty && FormulaStarts.Contains(start[0], StringComparison.Ordinal);
    }

    /// <summary>Takes the apostrophe of our own exports off, or Excel's <c>="…"</c>.</summary>
    public static string Unguard(ReadOnlySpan<char> field)
    {
        if (field.StartsWith("'") && LooksLikeFormula(field))
        {
            return field[1..].ToString();
        }

        var isGuarded = field.Length >= 3 && field.StartsWith("=\"") && field[^1] == '"' && !field[2..^1].Contains('"');
        return (isGuarded ? field[2..^1] : field).ToString();
    }
}
