namespace AutoPortal.Leads.Demo;

/// <summary>A seeded generator, so that every demonstration looks the same (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from + 1));

    public bool Chance(double rate) => Next() / (double)ulong.MaxValue < rate;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
