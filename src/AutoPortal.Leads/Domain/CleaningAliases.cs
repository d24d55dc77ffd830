namespace AutoPortal.Leads.Domain;

/// <summary>Fields whose words rule 5 brings to codes.</summary>
internal static class CleaningFields
{
    public const string Province = "province";
    public const string City = "city";
    public const string District = "district";
    public const string Source = "source";
    public const string Series = "series";
    public const string Window = "window";
    public const string Dealer = "dealer";
    public const string Budget = "budget";
    public const string Name = "name";

    /// <summary>Those that a clerk may write anew.</summary>
    public static readonly IReadOnlyList<string> Mendable = [Province, City, District, Source, Series, Window, Dealer, Budget];

    /// <summary>Those for which a clerk may say what a word means from now on.</summary>
    public static readonly IReadOnlyList<string> WithAliases = [Province, City, District, Source, Series, Window, Dealer];
}

/// <summary>Words of one tenant's files and the code each stands for, by field.</summary>
internal sealed class CleaningAliases
{
    public static readonly CleaningAliases None = new([]);

    private readonly Dictionary<(string Field, string Word), string> _codes;

    public CleaningAliases(IEnumerable<(string Field, string Word, string Code)> aliases)
        => _codes = aliases.ToDictionary(a => (a.Field, Key(a.Word)), a => a.Code);

    /// <summary>What the word stands for, or the word itself where nobody said.</summary>
    public string? Read(string field, string? word)
        => word is not null && _codes.Count > 0 && _codes.TryGetValue((field, Key(word)), out var code) ? code : word;

    /// <summary>How a word is compared: case and surrounding space do not matter.</summary>
    public static string Key(string word) => word.Trim().ToLowerInvariant();
}
