using System.Text.Json.Serialization;

namespace AutoPortal.Kernel.Imports;

/// <summary>Counts of a run or of a batch.</summary>
public sealed record ImportTally
{
    /// <summary>Rows looked at.</summary>
    public int Rows { get; init; }

    /// <summary>Number of the last row looked at; zero before the first.</summary>
    public int LastRow { get; init; }

    /// <summary>Rows that were imported before and are left alone; they count in the results too.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows with a warning.</summary>
    public int Warned { get; init; }

    /// <summary>Rows with a cell that was changed on both sides.</summary>
    public int Conflicts { get; init; }

    /// <summary>Rows by what became of them; rows imported before are not among them.</summary>
    public IReadOnlyDictionary<RowOutcome, int> Outcomes { get; init; } = new Dictionary<RowOutcome, int>();

    /// <summary>Rows by the kind's own word.</summary>
    public IReadOnlyDictionary<string, int> Results { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows by the second word.</summary>
    public IReadOnlyDictionary<string, int> Facets { get; init; } = new Dictionary<string, int>();

    /// <summary>Records taken back by an undo.</summary>
    public int Undone { get; init; }

    /// <summary>Records that an undo left.</summary>
    public int UndoLeft { get; init; }

    /// <summary>How many rows became this.</summary>
    public int Of(RowOutcome outcome) => Outcomes.GetValueOrDefault(outcome);

    /// <summary>Rows that write something, or did.</summary>
    [JsonIgnore]
    public int Writing => Of(RowOutcome.Created) + Of(RowOutcome.Updated) + Of(RowOutcome.Merged);

    /// <summary>Adds another batch.</summary>
    public ImportTally Plus(ImportTally other) => new()
    {
        Rows = Rows + other.Rows,
        LastRow = Math.Max(LastRow, other.LastRow),
        Unchanged = Unchanged + other.Unchanged,
        Warned = Warned + other.Warned,
        Conflicts = Conflicts + other.Conflicts,
        Outcomes = Sum(Outcomes, other.Outcomes),
        Results = Sum(Results, other.Results),
        Facets = Sum(Facets, other.Facets),
        Undone = Undone + other.Undone,
        UndoLeft = UndoLeft + other.UndoLeft,
    };

    internal static ImportTally Of(IReadOnlyList<RowVerdict> fresh, IReadOnlyList<ImportRecord> known, int lastRow) => new()
    {
        Rows = fresh.Count + known.Count,
        LastRow = lastRow,
        Unchanged = known.Count,
        Warned = fresh.Count(v => v.Issues.Any(i => i.IsWarning)),
        Conflicts = fresh.Count(v => v.Differences.Any(d => d.IsConflict)),
        Outcomes = fresh.CountBy(v => v.Outcome).ToDictionary(),
        Results = fresh.Select(v => v.Result).Concat(known.Select(k => k.Result)).CountBy(r => r).ToDictionary(),
        Facets = fresh.Select(v => v.Facet).Concat(known.Select(k => k.Facet)).OfType<string>().CountBy(f => f).ToDictionary(),
    };

    private static Dictionary<T, int> Sum<T>(IReadOnlyDictionary<T, int> one, IReadOnlyDictionary<T, int> other) where T : notnull
        => one.Concat(other).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
}
