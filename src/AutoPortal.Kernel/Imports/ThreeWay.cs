namespace AutoPortal.Kernel.Imports;

/// <summary>Decides a cell between what is stored, what the file says, and what was stored when the file was exported.</summary>
public static class ThreeWay
{
    /// <summary>What the cell becomes, and the difference to show.</summary>
    /// <param name="field">Code of the field.</param>
    /// <param name="stored">Text of what is stored now.</param>
    /// <param name="row">The file's row; an empty cell of a file that was not exported here says nothing, and neither does a masked one.</param>
    /// <param name="takeConflicts">Where both sides changed the cell, the file wins.</param>
    /// <returns>The text to store, and null where nothing is to be shown.</returns>
    public static (string Value, CellDifference? Difference) Decide(string field, string stored, ImportRow row, bool takeConflicts)
    {
        var given = row[field];
        if (ImportText.IsMasked(given))
        {
            return (stored, null);
        }

        // What went out masked cannot tell whether it changed since: the file's word stands beside what is stored, as of a file of somebody else.
        if (row.Stamp is { } stamp && stamp.Values.TryGetValue(field, out var exported) && !ImportText.IsMasked(exported))
        {
            exported = ImportText.Normalise(exported);
            return given == stored ? (stored, null)
                : given == exported ? (stored, null)
                : stored == exported || takeConflicts ? (given, new(field, stored, given, exported))
                : (stored, new(field, stored, given, exported));
        }

        return given.Length == 0 || given == stored ? (stored, null) : (given, new(field, stored, given));
    }
}
