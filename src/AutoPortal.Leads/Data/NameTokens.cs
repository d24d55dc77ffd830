using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Data;

/// <summary>One searchable piece of a lead's name: behind row-level security no pattern reaches an index, equality does.</summary>
internal sealed class LeadNameToken
{
    public Guid TenantId { get; private set; }

    /// <summary>One or two signs, lower case.</summary>
    public string Token { get; private set; } = "";
    public Guid LeadId { get; private set; }
}

internal static class NameTokens
{
    // A name as people type it is found by its first signs; the rest of a very long one is noise.
    private const int LongestSearched = 20;

    /// <summary>What is stored for a name: each sign, and each two that stand together.</summary>
    public static IReadOnlyCollection<string> Of(string name)
    {
        var signs = Signs(name);
        return [.. signs.Concat(Pairs(signs)).Distinct()];
    }

    /// <summary>What a name must have, all of it, to be found by these words.</summary>
    public static IReadOnlyCollection<string> Sought(string words)
    {
        var signs = Signs(words);
        return signs.Count == 1 ? signs : [.. Pairs(signs).Distinct()];
    }

    // By text element, so that a rare character or an emoji of two code units is one sign.
    private static List<string> Signs(string name)
    {
        var signs = new List<string>();
        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(name.ToLowerInvariant());
        while (signs.Count < LongestSearched && elements.MoveNext())
        {
            var sign = elements.GetTextElement();
            if (!string.IsNullOrWhiteSpace(sign) && sign.Length <= 2)
            {
                signs.Add(sign);
            }
        }

        return signs;
    }

    private static IEnumerable<string> Pairs(List<string> signs) => signs.Zip(signs.Skip(1), (a, b) => a + b);
}
