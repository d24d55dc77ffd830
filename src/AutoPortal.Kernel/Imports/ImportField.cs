namespace AutoPortal.Kernel.Imports;

/// <summary>How a field's text is meant.</summary>
public enum ImportFormat
{
    /// <summary>Words as they stand.</summary>
    Text,

    /// <summary>A phone number: text in templates, so that no spreadsheet turns it into a number.</summary>
    Phone,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>是 or 否, yes or no.</summary>
    Flag,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment; Shanghai time where the file says none.</summary>
    Moment,
}

/// <summary>A column that a kind of file can have.</summary>
/// <param name="Code">snake_case; its title is the text <c>import.{kind}.{code}</c> of the kind.</param>
/// <param name="Format">How its text is meant.</param>
/// <param name="Aliases">Further headings by which files call it, in any language.</param>
public sealed record ImportField(string Code, ImportFormat Format, params string[] Aliases)
{
    /// <summary>A row without it is refused, so a file without the column is asked about.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Holds personal information: masked wherever differences are shown.</summary>
    public bool IsPersonal { get; init; }
}
