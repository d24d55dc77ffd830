using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Exports;

namespace AutoPortal.Platform.Domain;

/// <summary>A list on its way out as a file: who ordered what and why, who allowed it, how far it came, and until when it can be fetched.</summary>
internal sealed class ExportJob : TenantEntity
{
    private ExportJob()
    {
    }

    public ExportJob(Guid id, ExportContent content, ExportOrderer by, string reason, bool needsApproval, DateTimeOffset at)
    {
        Id = id;
        List = content.List;
        View = content.View;
        Query = content.Query;
        Columns = content.Columns;
        IsCsv = content.IsCsv;
        IsRevealed = content.IsRevealed;
        IsPersonal = content.IsPersonal;
        ExpectedRows = content.ExpectedRows;
        ById = by.Id;
        ByName = by.Name;
        MembershipId = by.MembershipId;
        Reach = by.Reach;
        DealerIds = by.DealerIds;
        DealerId = by.DealerIds is [var only] ? only : null;
        Language = by.Language;
        Reason = reason;
        State = needsApproval ? ExportState.WaitingApproval : ExportState.Queued;
        CreatedAt = at;
        StateSince = at;
    }

    public string List { get; private set; } = "";
    public string? View { get; private set; }
    public ExportQuery Query { get; private set; } = ExportQuery.All;
    public IReadOnlyList<string> Columns { get; private set; } = [];
    public bool IsCsv { get; private set; }

    /// <summary>Masked columns are written in full.</summary>
    public bool IsRevealed { get; private set; }

    /// <summary>Has columns that tell of natural persons.</summary>
    public bool IsPersonal { get; private set; }

    /// <summary>Rows when it was ordered; null where they were too many to count.</summary>
    public long? ExpectedRows { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ById { get; private set; }
    public string ByName { get; private set; } = "";
    public Guid MembershipId { get; private set; }

    /// <summary>How far the orderer looked when they ordered; the file never reaches further.</summary>
    public Reach Reach { get; private set; }

    /// <summary>Dealers within that reach; null for all.</summary>
    public IReadOnlyList<Guid>? DealerIds { get; private set; }

    /// <summary>The only dealer within that reach, whose manager may decide; null where it is headquarters' matter.</summary>
    public Guid? DealerId { get; private set; }
    public string Language { get; private set; } = "";
    public ExportState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string? DecidedByName { get; private set; }
    public string? DecisionReason { get; private set; }
    public long RowCount { get; private set; }
    public string? FileSha256 { get; private set; }
    public string? FileName { get; private set; }
    public long FileBytes { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Whether the bytes are still there; the rest is kept for the log.</summary>
    public bool IsFileKept { get; private set; }
    public string? FaultCode { get; private set; }
    public string? FaultDetail { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The node that writes it, and until when that is believed.</summary>
    public Guid? LeaseBy { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }

    public bool IsAtWork => State is ExportState.Queued or ExportState.Writing;

    /// <param name="search">What was searched for, opened again.</param>
    public ExportOrder OrderOf(string? search) => new(View, Query.ToRequest(search), Columns, IsRevealed);

    /// <summary>A second person lets it go.</summary>
    public Refusal? Approve(Guid byId, string byName, DateTimeOffset at) => Decide(ExportAct.Approve, byId, byName, null, at);

    /// <summary>A second person says no, and why.</summary>
    public Refusal? Refuse(Guid byId, string byName, string reason, DateTimeOffset at)
        => reason.Length == 0 ? ExportRefusals.ReasonIsMissing : Decide(ExportAct.Refuse, byId, byName, reason, at);

    public Refusal? Cancel(DateTimeOffset at) => Move(ExportAct.Cancel, at);

    /// <summary>It turned out to hold more than may go without a second person.</summary>
    public Refusal? HoldBack(long rows, DateTimeOffset at)
    {
        ExpectedRows = rows;
        return Move(ExportAct.HoldBack, at);
    }

    public Refusal? Finish(ExportedFile file, DateTimeOffset expiresAt, DateTimeOffset at)
    {
        if (Move(ExportAct.Finish, at) is { } refusal)
        {
            return refusal;
        }

        (FileSha256, FileName, FileBytes, RowCount) = (file.Sha256, file.Name, file.Bytes, file.Rows);
        (ExpiresAt, IsFileKept) = (expiresAt, true);
        return null;
    }

    public Refusal? Fail(string code, string? detail, DateTimeOffset at)
    {
        (FaultCode, FaultDetail) = (code, detail);
        return Move(ExportAct.Fail, at);
    }

    public Refusal? Expire(DateTimeOffset at) => Move(ExportAct.Expire, at);

    public void FileIsGone() => IsFileKept = false;

    private Refusal? Decide(ExportAct act, Guid byId, string byName, string? reason, DateTimeOffset at)
    {
        if (byId == ById)
        {
            return ExportRefusals.NotByOneself;
        }

        if (Move(act, at) is { } refusal)
        {
            return refusal;
        }

        (DecidedById, DecidedByName, DecisionReason) = (byId, byName, reason);
        return null;
    }

    private Refusal? Move(ExportAct act, DateTimeOffset at)
    {
        if (ExportMoves.Next(State, act) is not { } to)
        {
            return ExportRefusals.NotNow;
        }

        (State, StateSince) = (to, at);
        (LeaseBy, LeaseUntil) = (null, null);
        return null;
    }
}

/// <summary>What is taken of which list.</summary>
internal sealed record ExportContent(string List, string? View, ExportQuery Query, IReadOnlyList<string> Columns, bool IsCsv, bool IsRevealed, bool IsPersonal, long? ExpectedRows);

/// <summary>Who orders, how far they look, and in which language they read.</summary>
internal sealed record ExportOrderer(Guid Id, string Name, Guid MembershipId, Reach Reach, IReadOnlyList<Guid>? DealerIds, string Language);

/// <summary>The file as it was written.</summary>
internal sealed record ExportedFile(string Sha256, string Name, long Bytes, long Rows);

/// <summary>A list's search, filters and order, as they are kept: what was searched for may be a phone number, so it is sealed.</summary>
internal sealed record ExportQuery(string? SealedSearch, string? Sort, bool IsDescending, IReadOnlyDictionary<string, string> Filters)
{
    public static readonly ExportQuery All = new(null, null, false, new Dictionary<string, string>());

    public PageRequest ToRequest(string? search) => new(null, 1, Sort, IsDescending, search, Filters);
}
