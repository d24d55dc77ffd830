namespace AutoPortal.Leads.Intake;

/// <summary>A row of a file about one person, cell by cell as written; a column that the file does not have is null.</summary>
internal sealed record WrittenLead
{
    public string? Name { get; init; }
    public string? Nickname { get; init; }
    public string? Phone { get; init; }

    /// <summary>Code or name; where it is blank the tenant's only brand, or the one that the importer chose, is meant.</summary>
    public string? Brand { get; init; }
    public string? Series { get; init; }
    public string? Province { get; init; }
    public string? City { get; init; }
    public string? District { get; init; }
    public string? Source { get; init; }
    public string? SourceSecond { get; init; }
    public string? SourceThird { get; init; }
    public string? Window { get; init; }

    /// <summary>In ten thousands of yuan.</summary>
    public string? Budget { get; init; }

    /// <summary>Code or name of the dealer that the person chose.</summary>
    public string? Dealer { get; init; }

    /// <summary>Whether the person allowed to be contacted; a blank or unknown word is no.</summary>
    public string? Consent { get; init; }

    /// <summary>In Shanghai's time.</summary>
    public string? SubmittedAt { get; init; }
}

/// <summary>What a file's rows are read against.</summary>
/// <param name="Brands">By code and by name.</param>
/// <param name="BrandId">Of rows that name none; null where the tenant has several and nobody chose.</param>
/// <param name="Now">Nothing was submitted later.</param>
internal sealed record FileFacts(IReadOnlyDictionary<string, Guid> Brands, Guid? BrandId, DateTimeOffset Now);

/// <summary>What reading one cell found.</summary>
/// <param name="Field">snake_case name of the column.</param>
/// <param name="Reason">Such as <c>unknown_word</c>.</param>
/// <param name="Word">As written.</param>
internal sealed record FieldIssue(string Field, string Reason, string Word);
