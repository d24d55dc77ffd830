using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

internal enum ReplayState
{
    /// <summary>Being looked at; no lead is changed.</summary>
    Checking,

    /// <summary>Looked at: a person decides.</summary>
    Checked,

    /// <summary>Being done.</summary>
    Applying,

    /// <summary>Done.</summary>
    Applied,

    /// <summary>Stopped by a person between two batches; it can go on from there.</summary>
    Stopped,

    /// <summary>Stopped while it was looked at.</summary>
    Dropped,

    /// <summary>The house could not do it.</summary>
    Failed,
}

/// <summary>The rules run again over many leads, after they changed: first looked at, then done in batches, from where <see cref="Cursor"/> stands.</summary>
[NotAudited]
internal sealed class CleaningReplay : TenantEntity
{
    private const int FaultsUntilFailed = 5;

    private CleaningReplay()
    {
    }

    public CleaningReplay(ReplayScope scope, int ruleVersion, Act act)
    {
        Id = Ids.New(act.At);
        What = scope.What;
        CreatedFrom = scope.CreatedFrom;
        CreatedUntil = scope.CreatedUntil;
        ImportRunId = scope.ImportRunId;
        Source = scope.Source;
        RuleVersion = ruleVersion;
        By = act.By;
        OrderedAt = act.At;
        StateSince = act.At;
    }

    public IReadOnlyList<string> What { get; private set; } = [];
    public DateTimeOffset? CreatedFrom { get; private set; }
    public DateTimeOffset? CreatedUntil { get; private set; }
    public Guid? ImportRunId { get; private set; }
    public string? Source { get; private set; }

    /// <summary>The rules that were looked at; 0 where nobody had set any.</summary>
    public int RuleVersion { get; private set; }
    public ReplayState State { get; private set; }
    public DateTimeOffset StateSince { get; private set; }
    public Guid? By { get; private set; }
    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>The last lead that was looked at; null at the beginning.</summary>
    public Guid? Cursor { get; private set; }

    /// <summary>Leads of the scope; null until they were counted.</summary>
    public int? Total { get; private set; }
    public int Looked { get; private set; }
    public int Changed { get; private set; }

    /// <summary>Leads of the scope that a person has decided on, or that cannot be read again.</summary>
    public int Skipped { get; private set; }
    public bool IsStopAsked { get; private set; }

    /// <summary>Batches that failed one after another.</summary>
    public int Faults { get; private set; }

    /// <summary>What the look said.</summary>
    public IReadOnlyList<ReplayResult> Results { get; private set; } = [];

    /// <summary>What was done.</summary>
    public IReadOnlyList<ReplayResult> Done { get; private set; } = [];
    public IReadOnlyList<ReplaySample> Samples { get; private set; } = [];

    public bool IsAtWork => State is ReplayState.Checking or ReplayState.Applying;

    public ReplayScope Scope => new(What, CreatedFrom, CreatedUntil, ImportRunId, Source);

    /// <summary>A person has seen what would become of the leads, and wants it; or lets a stopped one go on.</summary>
    public Refusal? Apply(int ruleVersion, DateTimeOffset at)
    {
        if (State is not (ReplayState.Checked or ReplayState.Stopped))
        {
            return LeadRefusals.ReplayNotNow;
        }

        if (ruleVersion != RuleVersion)
        {
            return LeadRefusals.ReplayIsStale;
        }

        if (State is ReplayState.Checked)
        {
            (Cursor, Looked, Changed, Skipped) = (null, 0, 0, 0);
        }

        Enter(ReplayState.Applying, at);
        return null;
    }

    public void Counted(int total) => Total = total;

    /// <summary>A batch is done.</summary>
    public void Took(ReplayBatch batch)
    {
        Cursor = batch.Last;
        Looked += batch.Looked;
        Skipped += batch.Skipped;
        Changed += batch.Changes.Count;
        Faults = 0;
        if (State is ReplayState.Checking)
        {
            Results = ReplayResult.Add(Results, batch.Changes);
            Samples = ReplaySample.Add(Samples, batch.Changes);
        }
        else
        {
            Done = ReplayResult.Add(Done, batch.Changes);
        }
    }

    /// <summary>No lead is left, or a person asked to stop.</summary>
    public void Finish(DateTimeOffset at) => Enter((State, IsStopAsked) switch
    {
        (ReplayState.Checking, false) => ReplayState.Checked,
        (ReplayState.Checking, true) => ReplayState.Dropped,
        (_, false) => ReplayState.Applied,
        _ => ReplayState.Stopped,
    }, at);

    /// <summary>A batch failed; after some in a row the replay does.</summary>
    public void Stumble(DateTimeOffset at)
    {
        if (++Faults >= FaultsUntilFailed)
        {
            Enter(ReplayState.Failed, at);
        }
    }

    private void Enter(ReplayState state, DateTimeOffset at)
    {
        State = state;
        StateSince = at;
        (IsStopAsked, Faults) = (false, 0);
    }
}
