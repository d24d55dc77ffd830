namespace AutoPortal.Kernel.Imports;

/// <summary>A row of the file, under the fields of its kind.</summary>
/// <param name="Number">As the person sees it in the file, from 1.</param>
/// <param name="Key">Hash of the normalised row and its occurrence number in the file: the same row of another file has the same key.</param>
/// <param name="Values">Normalised text by field code; empty ones are absent.</param>
public sealed record ImportRow(int Number, string Key, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The field's text, or empty.</summary>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>What the exported row that this one came from carried, or null where the file was not exported here.</summary>
    public RowStamp? Stamp { get; init; }
}

/// <summary>What an exported row carries to be recognised: which row it was, in which version, and what it said.</summary>
/// <param name="RootId">The row's id.</param>
/// <param name="Version">Its version when it was exported.</param>
/// <param name="Values">What was exported, by field code.</param>
public sealed record RowStamp(Guid RootId, string Version, IReadOnlyDictionary<string, string> Values);
