using System.Globalization;

namespace AutoPortal.Bench.Measures;

/// <summary>What was noted while a large import went on, and the lines it makes.</summary>
internal sealed class ImportLog(int rows)
{
    private readonly List<int> _seen = [];

    public Guid Run { get; set; }

    /// <summary>Clicks of others before, during the check and during the writing, in ms.</summary>
    public List<double> Quiet { get; } = [];

    public List<double> WhileChecked { get; } = [];

    public List<double> WhileWritten { get; } = [];

    public TimeSpan Checked { get; set; }

    public TimeSpan WrittenInCompany { get; set; }

    public long RowsInCompany { get; set; }

    /// <summary>From the press on stop until it stood.</summary>
    public TimeSpan Stopped { get; set; }

    /// <summary>From the kill until the next node was ready, and until it had written further rows.</summary>
    public TimeSpan Restarted { get; set; }

    public TimeSpan WentOn { get; set; }

    public long RowsAtKill { get; set; }

    public long RowsAlone { get; set; }

    public TimeSpan Alone { get; set; }

    public TimeSpan Undone { get; set; }

    /// <summary>Records that the undo left.</summary>
    public long Left { get; set; }

    public (double Before, double Most) Peak { get; set; }

    public int Broken { get; set; }

    /// <summary>Notes what the bar on the screen says.</summary>
    public void See(int? done)
    {
        if (done is { } now && (_seen.Count == 0 || _seen[^1] != now))
        {
            _seen.Add(now);
        }
    }

    public IReadOnlyList<Figure> Figures(IReadOnlyDictionary<string, int> results, long leads, List<string> differences, string again)
    {
        var (accepted, refused) = (results.GetValueOrDefault("accepted"), results.Where(r => r.Key.StartsWith("invalid", StringComparison.Ordinal)).Sum(r => r.Value));
        // A refused enquiry is kept as an invalid lead.
        var whole = results.Values.Sum() == rows && accepted + refused == leads;
        var words = string.Join(", ", results.OrderByDescending(r => r.Value).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {r.Value:N0}")));
        return
        [
            Line("file looked at", Figure.Show(rows / Checked.TotalSeconds, "rows/s")) with { Checked = string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows; 50 people click meanwhile"), IsSound = Broken == 0 },
            Line("written while 50 people click", Figure.Show(RowsInCompany / WrittenInCompany.TotalSeconds, "rows/s")) with
            {
                Reference = Figure.Show((rows - RowsAlone) / Alone.TotalSeconds, "rows/s alone"),
                Value = RowsInCompany / WrittenInCompany.TotalSeconds / ((rows - RowsAlone) / Alone.TotalSeconds),
                IsSound = whole && refused > 0,
                Checked = string.Create(CultureInfo.InvariantCulture, $"{words}; rows {results.Values.Sum():N0}; new leads {leads:N0} = accepted + invalid; bar moved {_seen.Count} times, never back: {_seen.SequenceEqual(_seen.Order())}"),
            },
            Clicks("during the check", WhileChecked),
            Clicks("during the writing", WhileWritten),
            Line("stop pressed → stopped", Figure.Show(Stopped.TotalSeconds, "s")) with { Checked = string.Create(CultureInfo.InvariantCulture, $"at row {RowsInCompany:N0}; went on from there") },
            Line("kill -9 → further rows written", Figure.Show(WentOn.TotalSeconds, "s")) with { Reference = Figure.Show(Restarted.TotalSeconds, "s until ready"), Checked = string.Create(CultureInfo.InvariantCulture, $"at row {RowsAtKill:N0}, by itself") },
            Line("peak RSS of the portal", Figure.Show(Peak.Most, "MB")) with { Reference = Figure.Show(Peak.Before, "MB before"), Value = Peak.Most - Peak.Before, Target = "< 400 MB", IsMet = Peak.Most < 400, Checked = "50 circuits counted in" },
            Line("whole import taken back", Figure.Show(leads / Undone.TotalSeconds, "leads/s")) with
            {
                IsSound = differences.Count == 0 && !again.Contains("CHANGED", StringComparison.Ordinal),
                Checked = string.Create(CultureInfo.InvariantCulture, $"{Undone.TotalSeconds:0} s; records left {Left:N0}; tables that differ from before: {(differences.Count == 0 ? "none but rotation_turns" : string.Join(", ", differences))}; {again}"),
            },
        ];
    }

    private Figure Clicks(string when, List<double> delays) => Line($"click → rows drawn {when}, p99", Figure.Show(Rounds.Quantile(delays, 0.99), "ms")) with
    {
        Reference = Figure.Show(Rounds.Quantile(Quiet, 0.99), "ms without"),
        Value = Rounds.Quantile(delays, 0.99) / Rounds.Quantile(Quiet, 0.99),
        IsSound = Broken == 0,
        Checked = string.Create(CultureInfo.InvariantCulture, $"p50 {Rounds.Quantile(delays, 0.5):0.0} and {Rounds.Quantile(Quiet, 0.5):0.0} ms; {delays.Count:N0} and {Quiet.Count:N0} clicks; circuits broken {Broken}"),
    };

    private static Figure Line(string what, string ours) => new("I200", what) { Ours = ours };
}
