using System.Globalization;

namespace AutoPortal.Bench;

/// <summary>One line of the table.</summary>
internal sealed record Figure(string Id, string What)
{
    /// <summary>Ours, with its unit.</summary>
    public string Ours { get; init; } = "–";

    /// <summary>The reference of the same run.</summary>
    public string Reference { get; init; } = "–";

    /// <summary>The number the target speaks of.</summary>
    public double? Value { get; init; }

    public string Target { get; init; } = "–";

    /// <summary>Whether the target is reached; null where the line only informs.</summary>
    public bool? IsMet { get; init; }

    /// <summary>What was checked in the same run. A speed whose check failed does not count.</summary>
    public string Checked { get; init; } = "";

    public bool IsSound { get; init; } = true;

    public string Verdict => !IsSound ? "UNSOUND" : IsMet switch
    {
        true => "met",
        false => "short",
        null => "",
    };

    public static Figure AtLeast(string id, string what, Rounds rounds, string unit, double target) => new(id, what)
    {
        Ours = Show(rounds.Ours, unit),
        Reference = Show(rounds.Reference, unit),
        Value = rounds.Ratio,
        Target = string.Create(CultureInfo.InvariantCulture, $"≥ {target:0.##}"),
        IsMet = rounds.Ratio >= target,
    };

    public static Figure AtMost(string id, string what, double ours, double reference, string unit, double target) => new(id, what)
    {
        Ours = Show(ours, unit),
        Reference = Show(reference, unit),
        Value = ours / reference,
        Target = string.Create(CultureInfo.InvariantCulture, $"≤ {target:0.##}"),
        IsMet = ours / reference <= target,
    };

    /// <summary>A figure without a reference beside it.</summary>
    public static Figure Within(string id, string what, double ours, string unit, double target) => new(id, what)
    {
        Ours = Show(ours, unit),
        Value = ours,
        Target = string.Create(CultureInfo.InvariantCulture, $"< {target:0.##} {unit}"),
        IsMet = ours < target,
    };

    public static string Show(double value, string unit)
        => value.ToString(value >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture) + " " + unit;
}
