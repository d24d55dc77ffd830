namespace AutoPortal.Leads.Domain;

/// <summary>Whose turn it is, by smooth weighted round robin: over a round each member is chosen in proportion to its weight, spread evenly.</summary>
/// <remarks>The turns are stored between choices, so the same input gives the same choice and no node needs memory.</remarks>
internal sealed class RotationBook
{
    // Weights are kept in thousandths: whole numbers add up the same on every machine.
    private const int Scale = 1_000;

    private readonly Dictionary<(string Pool, Guid Member), long> _turns;
    private readonly HashSet<(string Pool, Guid Member)> _changed = [];

    public RotationBook(IEnumerable<RotationTurn> turns)
        => _turns = turns.ToDictionary(t => (t.Pool, t.MemberId), t => t.Stands);

    public RotationBook() : this([])
    {
    }

    /// <summary>Adds turns of pools in which nothing was chosen here yet.</summary>
    public void Learn(IEnumerable<RotationTurn> turns)
    {
        foreach (var turn in turns)
        {
            _turns.Add((turn.Pool, turn.MemberId), turn.Stands);
        }
    }

    /// <summary>Where members stand after the choices made here, to be stored.</summary>
    public IEnumerable<RotationTurn> Changed => _changed.Select(key => new RotationTurn(key.Pool, key.Member, _turns[key]));

    /// <param name="pool">Members of one pool take turns with each other only.</param>
    /// <param name="members">Who may be chosen now, with a weight above zero; who is not known in the pool starts at zero.</param>
    /// <exception cref="ArgumentException">Nobody may be chosen.</exception>
    public Guid Next(string pool, IReadOnlyCollection<(Guid Id, double Weight)> members)
    {
        if (members.Count == 0)
        {
            throw new ArgumentException($"Nobody to choose from in {pool}.", nameof(members));
        }

        long total = 0;
        foreach (var (id, weight) in members)
        {
            var step = (long)Math.Round(weight * Scale);
            total += step;
            Add((pool, id), step);
        }

        // Equal standings go by id, so that the order of the input decides nothing.
        var chosen = members.OrderByDescending(m => _turns[(pool, m.Id)]).ThenBy(m => m.Id).First().Id;
        Add((pool, chosen), -total);
        return chosen;
    }

    private void Add((string, Guid) key, long step)
    {
        _turns[key] = _turns.GetValueOrDefault(key) + step;
        _changed.Add(key);
    }
}

/// <summary>Where a member of a pool stands in the rotation, in thousandths of a weight.</summary>
internal sealed record RotationTurn(string Pool, Guid MemberId, long Stands);
