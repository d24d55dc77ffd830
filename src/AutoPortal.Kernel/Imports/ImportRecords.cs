using AutoPortal.Kernel.Data;

namespace AutoPortal.Kernel.Imports;

/// <summary>A batch that was looked at or taken in, with its counts: a run goes on after the last one.</summary>
[NotAudited]
internal sealed class ImportBatch : TenantEntity
{
    private ImportBatch()
    {
    }

    public ImportBatch(Guid id, Guid runId, bool isPreview, int lastRow, string tally, DateTimeOffset at)
    {
        Id = id;
        RunId = runId;
        IsPreview = isPreview;
        LastRow = lastRow;
        Tally = tally;
        At = at;
    }

    public Guid RunId { get; private set; }
    public bool IsPreview { get; private set; }
    public int LastRow { get; private set; }

    /// <summary>JSON of an <see cref="ImportTally"/>.</summary>
    public string Tally { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>A row of a file: what became of it, and the record it went into.</summary>
[NotAudited]
internal sealed class ImportRecord : TenantEntity
{
    private ImportRecord()
    {
    }

    public ImportRecord(Guid id, Guid runId, string kind, bool isPreview, string? rowKey, RowVerdict verdict, string? issues, string? differences)
    {
        Id = id;
        RunId = runId;
        Kind = kind;
        IsPreview = isPreview;
        RowKey = rowKey;
        RowNumber = verdict.RowNumber;
        Outcome = verdict.Outcome;
        Result = verdict.Result;
        Facet = verdict.Facet;
        RootId = verdict.RootId;
        Issues = issues;
        Differences = differences;
    }

    public Guid RunId { get; private set; }
    public string Kind { get; private set; } = "";
    public bool IsPreview { get; private set; }
    public int RowNumber { get; private set; }

    /// <summary>Key of the row, while its import holds: null in previews, for refused rows, and after an undo.</summary>
    public string? RowKey { get; private set; }
    public RowOutcome Outcome { get; private set; }
    public string Result { get; private set; } = "";
    public string? Facet { get; private set; }
    public Guid? RootId { get; private set; }
    public string? Issues { get; private set; }
    public string? Differences { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Why an undo left it: <c>changed_since</c> or <c>in_use</c>.</summary>
    public string? UndoLeft { get; private set; }
}

/// <summary>A stored row that an import changed: as it was before, and a hash of what it became.</summary>
[NotAudited]
internal sealed class ImportChange : TenantEntity
{
    private ImportChange()
    {
    }

    public ImportChange(Guid id, Guid runId, Guid rootId, string table, Guid rowId, string? before, string? afterHash)
    {
        Id = id;
        RunId = runId;
        RootId = rootId;
        Table = table;
        RowId = rowId;
        Before = before;
        AfterHash = afterHash;
    }

    public Guid RunId { get; private set; }
    public Guid RootId { get; private set; }

    /// <summary>In the module's own schema.</summary>
    public string Table { get; private set; } = "";
    public Guid RowId { get; private set; }

    /// <summary>The whole row as JSON; null where the import added it.</summary>
    public string? Before { get; private set; }

    /// <summary>Null where the import deleted it.</summary>
    public string? AfterHash { get; private set; }
}
