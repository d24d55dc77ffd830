namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Finds what parts the fields of a text table, by the first line that has such a sign outside quotes: the header, below any title.</summary>
internal static class CsvDelimiter
{
    private const string Candidates = ",;\t";
    private const string Declaration = "sep=";

    /// <returns>The delimiter, and where the first record begins: behind Excel's own <c>sep=;</c> line, where there is one.</returns>
    public static (char Delimiter, int Start) Find(ReadOnlySpan<char> head)
    {
        if (head.Length > Declaration.Length && head.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase))
        {
            var lineEnd = head.IndexOf('\n');
            return (head[Declaration.Length], lineEnd < 0 ? head.Length : lineEnd + 1);
        }

        var (start, end, isQuoted) = (0, 0, false);
        for (; end < head.Length; end++)
        {
            isQuoted ^= head[end] == '"';
            if (head[end] == '\n' && !isQuoted)
            {
                if (MostFrequent(head[start..end]) is { } found)
                {
                    return (found, 0);
                }

                start = end;
            }
        }

        return (MostFrequent(head[start..end]) ?? Candidates[0], 0);
    }

    private static char? MostFrequent(ReadOnlySpan<char> line)
    {
        var (best, most) = ((char?)null, 0);
        foreach (var candidate in Candidates)
        {
            var count = CountOutsideQuotes(line, candidate);
            (best, most) = count > most ? (candidate, count) : (best, most);
        }

        return best;
    }

    private static int CountOutsideQuotes(ReadOnlySpan<char> line, char delimiter)
    {
        var (count, isQuoted) = (0, false);
        foreach (var next in line)
        {
            isQuoted ^= next == '"';
            count += next == delimiter && !isQuoted ? 1 : 0;
        }

        return count;
    }
}
