using AutoPortal.Kernel.Data;

namespace AutoPortal.Pages.Domain;

/// <summary>One operation of an author together with the way back; what undo and redo go by, on every screen of that author and after any loss of a connection.</summary>
[NotAudited]
internal sealed class KeptEdit : TenantEntity
{
    private KeptEdit()
    {
    }

    public KeptEdit(Guid id, Guid pageId, Guid? by, Guid operationId)
    {
        Id = id;
        PageId = pageId;
        By = by;
        OperationId = LastOperationId = operationId;
    }

    public Guid PageId { get; private set; }

    /// <summary>The author; null for work of the house.</summary>
    public Guid? By { get; private set; }

    /// <summary>Chosen by the browser, so that an operation that was sent twice is done once.</summary>
    public Guid OperationId { get; private set; }

    /// <summary>The newest operation that went into this step: typing in one field is one step.</summary>
    public Guid LastOperationId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Number of the draft that it made.</summary>
    public int Revision { get; private set; }

    /// <summary>The operation, as JSON.</summary>
    public string Edit { get; private set; } = "";

    /// <summary>The operation that takes it back, as JSON.</summary>
    public string Inverse { get; private set; } = "";

    public bool IsUndone { get; private set; }

    /// <summary>Keeps what was done and how it is taken back.</summary>
    public void Keep(string edit, string inverse, int revision, DateTimeOffset at)
    {
        Edit = edit;
        Inverse = inverse;
        Revision = revision;
        At = at;
    }

    /// <summary>One more key in the same field.</summary>
    public void GoOn(Guid operationId) => LastOperationId = operationId;

    /// <summary>Taken back, or done again.</summary>
    public void Mark(bool isUndone) => IsUndone = isUndone;
}
