namespace AutoPortal.Leads.Cleaning;

/// <summary>Meanings that look most like a written word; a clerk decides, the house never guesses.</summary>
internal static class Suggestions
{
    /// <summary>Likest first; meanings of one likeness stay in their order.</summary>
    public static IReadOnlyList<WordCode> For(string word, IReadOnlyList<WordCode> codes, int most)
    {
        var signs = Signs(word);
        return [.. codes
            .Select(c => (Code: c, Shared: Math.Max(Likeness(signs, Signs(c.Name)), Likeness(signs, Signs(c.Code)))))
            .OrderByDescending(c => c.Shared)
            .Take(most)
            .Select(c => c.Code)];
    }

    // Shared signs over all signs: a short name that stands whole in the word goes before a long one that shares a sign.
    private static double Likeness(HashSet<char> word, HashSet<char> name)
        => word.Count == 0 || name.Count == 0 ? 0 : (double)word.Intersect(name).Count() / word.Union(name).Count();

    private static HashSet<char> Signs(string text) => [.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)];
}
