using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Imports;

namespace AutoPortal.Platform.Domain;

internal enum ImportState
{
    /// <summary>Kept, and waiting for its columns to be matched.</summary>
    Uploaded,

    /// <summary>Being looked at; nothing is written.</summary>
    Checking,

    /// <summary>Looked at: a person decides.</summary>
    Checked,

    /// <summary>Being taken in.</summary>
    Applying,

    /// <summary>Taken in.</summary>
    Applied,

    /// <summary>Stopped by a person; it can go on or be taken back.</summary>
    Stopped,

    /// <summary>The file could not be read to its end.</summary>
    Failed,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back, but for what changed since.</summary>
    Undone,

    /// <summary>Given up before anything was written; the file is kept.</summary>
    Dropped,
}

/// <summary>One file on its way in: who brought it, how its columns are read, and how far it came.</summary>
internal sealed class ImportRun : TenantEntity, IDealerScoped
{
    private ImportRun()
    {
    }

    public ImportRun(Guid id, string kind, ImportFile file, ImportBringer by, DateTimeOffset at)
    {
        Id = id;
        Kind = kind;
        FileSha256 = file.Sha256;
        FileName = file.Name;
        FileBytes = file.Bytes;
        Headings = file.Headings;
        Sheet = file.Sheet;
        HeaderRow = file.HeaderRow;
        Columns = file.Columns;
        ById = by.Id;
        ByName = by.Name;
        DealerId = by.DealerId;
        DealerIds = by.DealerIds;
        CreatedAt = at;
        StateSince = at;
    }

    public string Kind { get; private set; } = "";
    public string FileSha256 { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public long FileBytes { get; private set; }
    public string? Sheet { get; private set; }
    public int HeaderRow { get; private set; }
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Field code of each heading, or null where the column is left out.</summary>
    public IReadOnlyList<string?> Columns { get; private set; } = [];
    public Guid? BrandId { get; private set; }
    public ImportMode Mode { get; private set; }
    public bool TakeConflicts { get; private set; }
    public bool IsQuiet { get; private set; }
    public ImportState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Rows of the file; null until it was read to its end once with these columns.</summary>
    public int? RowCount { get; private set; }

    /// <summary>Resource key of why it failed, with what fills it.</summary>
    public string? FaultCode { get; private set; }
    public IReadOnlyList<string> FaultDetails { get; private set; } = [];
    public bool IsStopAsked { get; private set; }
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>The dealer whose person brought it; null for headquarters.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>Dealers within the reach of who brought it; null for all.</summary>
    public IReadOnlyList<Guid>? DealerIds { get; private set; }
    public string? UndoneByName { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The node that works on it, and until when that is believed.</summary>
    public Guid? LeaseBy { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Whether it is before its writing, so that what there is to see is a check.</summary>
    public bool IsBeforeWriting => State is ImportState.Uploaded or ImportState.Checking or ImportState.Checked or ImportState.Dropped;

    public bool IsAtWork => State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;

    public ImportOrder Order => new(Id, BrandId, Mode, TakeConflicts, IsQuiet, CreatedAt) { DealerIds = DealerIds };

    /// <param name="columns">Field code of each heading, or null.</param>
    /// <param name="wishes">What the person chose.</param>
    /// <param name="appliesAtOnce">Nobody looks at the check: it is taken in straight away.</param>
    /// <param name="at">Now.</param>
    public Refusal? Check(IReadOnlyList<string?> columns, ImportWishes wishes, bool appliesAtOnce, DateTimeOffset at)
    {
        if (State is not (ImportState.Uploaded or ImportState.Checked or ImportState.Failed))
        {
            return ImportRefusals.NotNow;
        }

        Columns = columns;
        RowCount = null;
        (BrandId, Mode, TakeConflicts, IsQuiet) = (wishes.BrandId, wishes.Mode, wishes.TakeConflicts, wishes.IsQuiet);
        (FaultCode, FaultDetails) = (null, []);
        Enter(appliesAtOnce ? ImportState.Applying : ImportState.Checking, at);
        return null;
    }

    /// <param name="takeConflicts">Where both sides changed a cell, the file wins; null leaves it as it was chosen.</param>
    /// <param name="at">Now.</param>
    public Refusal? Apply(bool? takeConflicts, DateTimeOffset at)
    {
        if (Go(ImportState.Applying, at, ImportState.Checked, ImportState.Stopped) is { } refusal)
        {
            return refusal;
        }

        TakeConflicts = takeConflicts ?? TakeConflicts;
        return null;
    }

    public Refusal? Drop(DateTimeOffset at) => Go(ImportState.Dropped, at, ImportState.Uploaded, ImportState.Checked, ImportState.Failed);

    public Refusal? Undo(string byName, DateTimeOffset at)
    {
        // A run that broke off may have written batches before.
        if (Go(ImportState.Undoing, at, ImportState.Applied, ImportState.Stopped, ImportState.Undone, ImportState.Failed) is { } refusal)
        {
            return refusal;
        }

        UndoneByName = byName;
        return null;
    }

    /// <summary>The worker that asked works on it itself.</summary>
    public void HoldFor(Guid worker, DateTimeOffset until) => (LeaseBy, LeaseUntil) = (worker, until);

    public Refusal? AskToStop()
    {
        if (!IsAtWork)
        {
            return ImportRefusals.NotNow;
        }

        IsStopAsked = true;
        return null;
    }

    /// <summary>The work of the state is done, or was stopped between two batches.</summary>
    public void Finish(bool wasStopped, DateTimeOffset at) => Enter((State, wasStopped) switch
    {
        (ImportState.Checking, false) => ImportState.Checked,
        (ImportState.Checking, true) => ImportState.Uploaded,
        (ImportState.Applying, false) => ImportState.Applied,
        (ImportState.Undoing, false) => ImportState.Undone,
        _ => ImportState.Stopped,
    }, at);

    public void Fail(string code, IReadOnlyList<string> details, DateTimeOffset at)
    {
        (FaultCode, FaultDetails) = (code, details);
        Enter(ImportState.Failed, at);
    }

    private Refusal? Go(ImportState to, DateTimeOffset at, params ImportState[] from)
    {
        if (!from.Contains(State))
        {
            return ImportRefusals.NotNow;
        }

        Enter(to, at);
        return null;
    }

    private void Enter(ImportState state, DateTimeOffset at)
    {
        State = state;
        StateSince = at;
        IsStopAsked = false;
        (LeaseBy, LeaseUntil) = (null, null);
    }
}

/// <summary>The file as it was when it came.</summary>
internal sealed record ImportFile(string Sha256, string Name, long Bytes, string? Sheet, int HeaderRow, IReadOnlyList<string> Headings, IReadOnlyList<string?> Columns);

/// <summary>Who brings a file, and how far they see.</summary>
internal sealed record ImportBringer(Guid? Id, string Name, Guid? DealerId, IReadOnlyList<Guid>? DealerIds);

/// <summary>What a person may choose about an import.</summary>
internal sealed record ImportWishes(Guid? BrandId, ImportMode Mode, bool TakeConflicts, bool IsQuiet);

/// <summary>How files of one shape were read last time.</summary>
internal sealed class ImportMapping : TenantEntity
{
    private ImportMapping()
    {
    }

    public ImportMapping(Guid id, string kind, Guid? dealerId, string shape, IReadOnlyList<string?> columns, DateTimeOffset at)
    {
        Id = id;
        Kind = kind;
        DealerId = dealerId;
        Shape = shape;
        Columns = columns;
        UsedAt = at;
    }

    public string Kind { get; private set; } = "";

    /// <summary>Each dealer has its own way to name columns; null is headquarters'.</summary>
    public Guid? DealerId { get; private set; }
    public string Shape { get; private set; } = "";
    public IReadOnlyList<string?> Columns { get; private set; } = [];
    public DateTimeOffset UsedAt { get; private set; }

    public void Use(IReadOnlyList<string?> columns, DateTimeOffset at) => (Columns, UsedAt) = (columns, at);
}
