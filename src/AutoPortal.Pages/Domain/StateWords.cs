using System.Text.Json;

namespace AutoPortal.Pages.Domain;

/// <summary>States as the words that are stored and that name their resources.</summary>
internal static class StateWords
{
    public static string Of<TState>(TState state) where TState : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public static TState Read<TState>(string word) where TState : struct, Enum => Enum.Parse<TState>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
