namespace AutoPortal.Ui.Grid;

/// <summary>A list as its filters see it, whatever its rows are.</summary>
public interface IFilterable
{
    /// <summary>Chosen values by filter name.</summary>
    IReadOnlyDictionary<string, string> Filters { get; }

    /// <summary>Narrows to a value, or lifts the filter with null.</summary>
    Task FilterAsync(string name, string? value);
}
