using System.Collections.Frozen;
using System.Text.Json;

namespace AutoPortal.Activities.Domain;

/// <summary>Where a sign-up stands (domain language §6.3).</summary>
internal enum SignUpState
{
    /// <summary>Has a place; somebody of the house has to confirm it.</summary>
    Signed,

    /// <summary>Waits for a place, or holds one on offer.</summary>
    Waitlisted,

    /// <summary>Has a place.</summary>
    Confirmed,
    CheckedIn,
    Rewarded,
    Cancelled,
    NoShow,
}

/// <summary>What moves a sign-up on.</summary>
internal enum SignUpAct
{
    Confirm,
    Wait,
    Accept,
    Cancel,
    CheckIn,
    Reward,
    MissOut,
    SignAgain,

    /// <summary>Takes a check-in by mistake back.</summary>
    Undo,
}

/// <summary>The snake_case words under which states of sign-ups are stored and named in resources.</summary>
internal static class SignUpStates
{
    private static readonly FrozenDictionary<string, SignUpState> Values = Enum.GetValues<SignUpState>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All words, in the order of a sign-up's life.</summary>
    public static IEnumerable<string> All => Enum.GetValues<SignUpState>().Select(Of);

    public static string Of(SignUpState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public static SignUpState? Find(string? word) => word is not null && Values.TryGetValue(word, out var state) ? state : null;

    /// <exception cref="FormatException">No state is stored under this word.</exception>
    public static SignUpState Read(string word) => Find(word) ?? throw new FormatException($"\"{word}\" is no state of a sign-up.");
}
