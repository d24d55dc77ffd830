using System.Collections.Frozen;
using System.Text.Json;

namespace AutoPortal.Activities.Domain;

/// <summary>The snake_case word under which a state is stored and named in resources.</summary>
internal static class StateWord
{
    private static readonly FrozenDictionary<string, ActivityState> Values = Enum.GetValues<ActivityState>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All words, in the order of an activity's life.</summary>
    public static IEnumerable<string> All => Enum.GetValues<ActivityState>().Select(Of);

    public static string Of(ActivityState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public static ActivityState? Find(string? word) => word is not null && Values.TryGetValue(word, out var state) ? state : null;

    /// <exception cref="FormatException">No state is stored under this word.</exception>
    public static ActivityState Read(string word) => Find(word) ?? throw new FormatException($"\"{word}\" is no state of an activity.");
}
