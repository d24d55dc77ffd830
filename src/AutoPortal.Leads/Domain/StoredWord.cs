using System.Collections.Frozen;
using System.Text.Json;

namespace AutoPortal.Leads.Domain;

/// <summary>The snake_case word under which a value of <typeparamref name="T"/> is stored, sent and named in resources.</summary>
internal static class StoredWord<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>()
        .ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    public static string Of(T value) => Words[value];

    /// <exception cref="FormatException">No value is stored under this word.</exception>
    public static T Read(string word)
        => Find(word) ?? throw new FormatException($"\"{word}\" is no {typeof(T).Name}.");

    public static T? Find(string? word)
        => word is not null && Values.TryGetValue(word, out var value) ? value : null;
}
