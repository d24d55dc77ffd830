using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Exports;

namespace AutoPortal.Platform.Domain;

/// <summary>Somebody fetched an export: who, when, from where.</summary>
[NotAudited, AppendOnly]
internal sealed class ExportDownload : TenantEntity
{
    private ExportDownload()
    {
    }

    public ExportDownload(Guid id, Guid jobId, Guid byId, string byName, string origin, DateTimeOffset at)
    {
        Id = id;
        JobId = jobId;
        ById = byId;
        ByName = byName;
        Origin = origin;
        At = at;
    }

    public Guid JobId { get; private set; }
    public Guid ById { get; private set; }
    public string ByName { get; private set; } = "";
    public string Origin { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Whose data an export held, in pieces: so that a person who asks can be told who took theirs.</summary>
[NotAudited]
internal sealed class ExportSubjects : TenantEntity
{
    public const int AtOnce = 1_000;

    private ExportSubjects()
    {
    }

    public ExportSubjects(Guid id, Guid jobId, IReadOnlyList<Guid> rowIds)
    {
        Id = id;
        JobId = jobId;
        RowIds = [.. rowIds];
    }

    public Guid JobId { get; private set; }
    public List<Guid> RowIds { get; private set; } = [];
}

/// <summary>What a tenant lets go without a second person, and for how long files stay. Source: domain language §16, access log.</summary>
internal sealed class ExportRules : TenantEntity
{
    public const int UsualRowCap = 1_000;
    public const int UsualDays = 7;
    public const int HighestRowCap = 100_000;
    public const int MostDays = 30;

    private ExportRules()
    {
    }

    public ExportRules(Guid id) => Id = id;

    /// <summary>Rows with personal data that one person may take within a day.</summary>
    public int RowCap { get; private set; } = UsualRowCap;

    /// <summary>Days for which a file can be fetched.</summary>
    public int KeptDays { get; private set; } = UsualDays;

    public Refusal? Set(int rowCap, int keptDays)
    {
        if (rowCap is < 0 or > HighestRowCap || keptDays is < 1 or > MostDays)
        {
            return ExportRefusals.RulesOutOfRange(HighestRowCap, MostDays);
        }

        (RowCap, KeptDays) = (rowCap, keptDays);
        return null;
    }
}
