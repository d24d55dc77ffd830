using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>The lists behind drop-downs; they come on one hidden sheet, each in a column, equal ones once.</summary>
internal sealed class ChoiceLists(string sheet)
{
    private readonly List<IReadOnlyList<string>> _lists = [];

    public string Sheet { get; } = sheet;

    public IReadOnlyList<IReadOnlyList<string>> Lists => _lists;

    /// <returns>Where the list stands, as a formula.</returns>
    public string Add(IReadOnlyList<string> choices)
    {
        var known = _lists.FindIndex(list => list.SequenceEqual(choices, StringComparer.Ordinal));
        if (known < 0)
        {
            known = _lists.Count;
            _lists.Add(choices);
        }

        var letters = ColumnLetters.Of(known);
        return string.Create(CultureInfo.InvariantCulture, $"'{Sheet}'!${letters}$1:${letters}${choices.Count}");
    }
}
