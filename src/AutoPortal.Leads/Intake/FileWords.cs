using System.Collections.Frozen;
using System.Globalization;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>Words of files that stand for yes, no, a moment or the reason of a block; what is not listed is not guessed.</summary>
internal static class FileWords
{
    private static readonly WordFile Words = FactFile.Read<WordFile>("file-words.json");
    private static readonly FrozenSet<string> Yes = Words.Yes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> No = Words.No.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, BlockReason> Blocks = Words.BlockReasons
        .SelectMany(b => b.Value.Prepend(b.Key), (b, word) => (word, reason: StoredWord<BlockReason>.Read(b.Key)))
        .ToFrozenDictionary(b => b.word, b => b.reason, StringComparer.OrdinalIgnoreCase);

    /// <summary>One word of files for each reason of a block.</summary>
    public static readonly IReadOnlyList<string> BlockWords = [.. Words.BlockReasons.Values.Select(words => words[0])];

    /// <returns>Null where neither yes nor no is written.</returns>
    public static bool? ReadYes(string written) => Yes.Contains(written) ? true : No.Contains(written) ? false : null;

    /// <returns>Null where no listed form fits.</returns>
    public static DateTimeOffset? ReadTime(string written)
        => DateTime.TryParseExact(written, Words.Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? ShanghaiTime.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time))
            : null;

    /// <returns>Null where the reason is not known.</returns>
    public static BlockReason? ReadBlock(string? written) => written is not null && Blocks.TryGetValue(written.Trim(), out var reason) ? reason : null;

    private sealed record WordFile(string Source, DateOnly Updated, string[] Yes, string[] No, string[] Times, Dictionary<string, string[]> BlockReasons);
}
