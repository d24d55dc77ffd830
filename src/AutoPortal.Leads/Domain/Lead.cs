using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

/// <summary>线索: one buying intention of one person at one brand (domain language §2.2, §4).</summary>
internal sealed partial class Lead : TenantEntity, IDealerScoped, IOwnScoped
{
    private readonly List<LeadMove> _moves = [];
    private readonly List<SourceTouch> _touches = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<FollowPlan> _plans = [];
    private readonly List<AllocationRecord> _allocations = [];
    private readonly List<LevelChange> _levelChanges = [];
    private DateTimeOffset? _dueAt;

    private Lead()
    {
    }

    public Guid BrandId { get; private set; }
    public Guid? CustomerId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Of the act that brought the lead, so that one id runs from the page to the advisor's screen.</summary>
    public string? TraceId { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";
    public string PhoneSealed { get; private set; } = "";
    public string PhoneHash { get; private set; } = "";
    public string PhoneTail { get; private set; } = "";

    /// <summary>Such as <c>138****1234</c>: what lists show.</summary>
    public string PhoneMask { get; private set; } = "";
    public string? SeriesCode { get; private set; }
    public PurchaseWindow? Window { get; private set; }
    public bool HasBudget { get; private set; }
    public string? Province { get; private set; }
    public string? City { get; private set; }
    public string? District { get; private set; }

    /// <summary>The answers as written, by which rules are run again.</summary>
    public IReadOnlyList<WrittenWord> Written { get; private set; } = [];

    /// <summary>Answers that a clerk wrote instead.</summary>
    public IReadOnlyList<WrittenWord> Mended { get; private set; } = [];

    /// <summary>Why it waits for a clerk, or null.</summary>
    public CleaningQueue? Queue { get; private set; }
    public bool HasContactConsent { get; private set; }
    public ContactProof Proof { get; private set; }

    /// <summary>Calls to verify the number that nobody answered.</summary>
    public int MissedCalls { get; private set; }

    /// <summary>Calls to verify the number, but for those that were withdrawn.</summary>
    public int CallCount { get; private set; }

    /// <summary>The dealer whose own activity it was.</summary>
    public Guid? HostDealerId { get; private set; }

    /// <summary>The file run that brought it, or null.</summary>
    public Guid? ImportRunId { get; private set; }

    public LeadState State { get; private set; }

    /// <summary>When the state was entered.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Changes of state so far: several of them may happen in one instant, and stay in order.</summary>
    public int MoveCount { get; private set; }
    public LeadLevel Level { get; private set; }
    public decimal HeatScore { get; private set; }
    public HeatBand Heat { get; private set; }

    /// <summary>Enquiries of this person that the lead took in, the first included.</summary>
    public int EnquiryCount { get; private set; }
    public string FirstSource { get; private set; } = "";
    public string LastSource { get; private set; } = "";

    /// <summary>What the person last signed up at, or null.</summary>
    public string? LastActivityTitle { get; private set; }

    /// <summary>What cleaning marked, such as <c>risk_phone</c>.</summary>
    public IReadOnlyList<string> Flags { get; private set; } = [];
    public IReadOnlyList<CleaningStep> CleaningSteps { get; private set; } = [];
    public string? InvalidReason { get; private set; }
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The dealer that the person chose: part of the duplicate key.</summary>
    public Guid? NamedDealerId { get; private set; }

    /// <summary>The dealer that holds it, or null while HQ does.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>大区 of the dealer, as of the dispatch.</summary>
    public Guid? RegionId { get; private set; }

    /// <summary>小区 of the dealer, as of the dispatch.</summary>
    public Guid? SubRegionId { get; private set; }

    /// <summary>The advisor who works on it.</summary>
    public Guid? OwnerId { get; private set; }
    public DateTimeOffset? DispatchedAt { get; private set; }
    public DateTimeOffset? ProtectedUntil { get; private set; }

    /// <summary>As the tenant had it when the dealer got the lead.</summary>
    public int ProtectionDays { get; private set; } = CleaningRules.Default.ProtectionDays;
    public DateTimeOffset? AssignedAt { get; private set; }

    public DateTimeOffset? FirstContactDueAt { get; private set; }

    /// <summary>First valid contact since the assignment.</summary>
    public DateTimeOffset? FirstContactAt { get; private set; }

    /// <summary>Last valid contact, whoever owned the lead then.</summary>
    public DateTimeOffset? LastReachedAt { get; private set; }
    public DateTimeOffset? LastFollowUpAt { get; private set; }

    /// <summary>The first moment at which the running clock is broken: acceptance, first contact or follow plan; null where none runs.</summary>
    public DateTimeOffset? DueAt
    {
        get => _dueAt;
        private set
        {
            _dueAt = value;
            ClockAt = value;
        }
    }

    /// <summary>When the house looks next whether a limit of §4.8 was broken; null where no clock runs.</summary>
    [NotAudited]
    public DateTimeOffset? ClockAt { get; private set; }

    /// <summary>The planned visit, while the person is invited.</summary>
    public DateTimeOffset? VisitPlannedAt { get; private set; }

    public string? LostReasonL1 { get; private set; }
    public string? LostReasonL2 { get; private set; }
    public string? LostEvidence { get; private set; }
    public LeadState? StateBeforeLost { get; private set; }
    public DateOnly? WakeOn { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>First sign of the name and two asterisks.</summary>
    public string NameMask => Name.Length == 0 ? "" : System.Globalization.StringInfo.GetNextTextElement(Name) + "**";

    public IReadOnlyList<LeadMove> Moves => _moves;
    public IReadOnlyList<SourceTouch> Touches => _touches;
    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    /// <summary>Those that were loaded: use cases load the open ones.</summary>
    public IReadOnlyList<FollowPlan> Plans => _plans;
    public IReadOnlyList<AllocationRecord> Allocations => _allocations;
    public IReadOnlyList<LevelChange> LevelChanges => _levelChanges;

    /// <summary>Late at exactly the due time (domain language §4.8).</summary>
    public bool IsOverdue(DateTimeOffset now) => DueAt <= now;

    private Refusal? Allowed(LeadTrigger trigger, Act act)
        => ErasedAt is not null ? LeadRefusals.WasErased
            : !LeadTransitions.Has(State, trigger) ? LeadRefusals.NotNow(State, trigger)
            : LeadTransitions.Find(State, trigger, act.As) is null ? Refusal.NotAllowed
            : null;

    // Every change of state goes through here, so that none is ever outside the table, or without its who, when and why.
    private void Move(LeadTrigger trigger, Act act, LeadState? backTo = null)
    {
        var step = LeadTransitions.Find(State, trigger, act.As, backTo)
            ?? throw new InvalidOperationException($"Lead {Id}: {trigger} by {act.As} leads nowhere from {State}.");
        Write(step.From, step.To, trigger, act);
    }

    private void Write(LeadState? from, LeadState to, LeadTrigger trigger, Act act)
    {
        _moves.Add(new(this, ++MoveCount, from, to, trigger, act));
        State = to;
        StateSince = act.At;
    }

    private static Guid NewId(Act act) => Ids.New(act.At);
}
