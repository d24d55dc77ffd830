using AutoPortal.Kernel.Imports;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>Which field each heading of a file stands for, while a person decides.</summary>
internal sealed class ColumnChoice(IReadOnlyList<ImportField> fields, IReadOnlyList<string> headings, IReadOnlyList<string?> proposed, IReadOnlyList<string?> guessed)
{
    private readonly string?[] _columns = [.. proposed];

    public IReadOnlyList<string?> Columns => _columns;

    /// <summary>Required fields that no heading stands for.</summary>
    public IReadOnlyList<ImportField> Missing => ImportRows.Missing(fields, headings, _columns);

    /// <summary>How many headings stand for a field.</summary>
    public int Matched => _columns.Count(c => c is not null);

    /// <summary>Headings that stand for none.</summary>
    public IReadOnlyList<string> LeftOut => ImportRows.LeftOut(headings, _columns);

    public ImportField? FieldOf(int heading) => _columns[heading] is { } code ? fields.FirstOrDefault(f => f.Code == code) : null;

    /// <summary>A field stands under one heading: taking it here leaves it out there.</summary>
    public void Choose(int heading, string? code)
    {
        if (code is not null && Array.IndexOf(_columns, code) is >= 0 and var before)
        {
            _columns[before] = null;
        }

        _columns[heading] = code;
    }

    /// <summary>Where the choice comes from.</summary>
    public ColumnOrigin OriginOf(int heading)
        => _columns[heading] is null ? ColumnOrigin.None
            : _columns[heading] == guessed.ElementAtOrDefault(heading) ? ColumnOrigin.Name
            : _columns[heading] == proposed[heading] ? ColumnOrigin.LastTime
            : ColumnOrigin.Person;
}

/// <summary>Who found a heading's field.</summary>
internal enum ColumnOrigin
{
    /// <summary>Nobody: the column is left out.</summary>
    None,

    /// <summary>Its name says it.</summary>
    Name,

    /// <summary>It was so in the last file of this shape.</summary>
    LastTime,

    /// <summary>The person chose it just now.</summary>
    Person,
}
