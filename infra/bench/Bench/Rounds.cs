namespace AutoPortal.Bench;

/// <summary>Ours and a reference measured in turn, so that what else the machine does meets both. The middle ratio counts.</summary>
internal sealed class Rounds
{
    private readonly List<double> _ours = [];
    private readonly List<double> _reference = [];

    public double Ours => Median(_ours);

    public double Reference => Median(_reference);

    public double Ratio => Median([.. _ours.Zip(_reference, (ours, reference) => ours / reference)]);

    public void Add(double ours, double reference)
    {
        _ours.Add(ours);
        _reference.Add(reference);
    }

    public static double Median(IReadOnlyList<double> values) => Quantile(values, 0.5);

    /// <summary>Nearest rank.</summary>
    public static double Quantile(IReadOnlyList<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[(int)Math.Clamp(Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
