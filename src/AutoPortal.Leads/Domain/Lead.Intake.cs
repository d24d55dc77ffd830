using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

/// <summary>The person behind an enquiry, with the phone already sealed.</summary>
internal sealed record Contact(Guid? CustomerId, string Name, string PhoneSealed, string PhoneHash, string PhoneTail, string PhoneMask);

/// <summary>Where a lead is dispatched to, as the tree stands then.</summary>
/// <param name="AcceptBy">Until when the dealer must have assigned it.</param>
/// <param name="ProtectionDays">So long the dealer alone may work on the person.</param>
internal sealed record DealerSeat(Guid DealerId, Guid? RegionId, Guid? SubRegionId, DateTimeOffset AcceptBy, int ProtectionDays);

// How a lead comes in and reaches a dealer.
internal sealed partial class Lead
{
    private const int LongestName = 100;

    /// <summary>A new lead, not yet cleaned.</summary>
    public static Lead TakeIn(ScreenedEnquiry screened, Contact contact, LevelScheme scheme, TouchFacts touch, Act act)
    {
        var enquiry = screened.Enquiry;
        var lead = new Lead
        {
            Id = NewId(act),
            BrandId = enquiry.BrandId ?? Guid.Empty,
            CustomerId = contact.CustomerId,
            CreatedAt = act.At,
            TraceId = touch.TraceId,
            Name = WrittenText.Of(contact.Name, LongestName),
            PhoneSealed = contact.PhoneSealed,
            PhoneHash = contact.PhoneHash,
            PhoneTail = contact.PhoneTail,
            PhoneMask = contact.PhoneMask,
            SeriesCode = screened.SeriesCode,
            Window = screened.Window,
            HasBudget = enquiry.HasBudget,
            Written = WrittenWord.Of(enquiry),
            HasContactConsent = enquiry.HasContactConsent,
            Proof = enquiry.Proof,
            MissedCalls = enquiry.MissedCalls,
            HostDealerId = enquiry.HostDealerId,
            ImportRunId = touch.ImportRunId,
            Province = screened.Place.Province,
            City = screened.Place.City,
            District = screened.Place.District,
            NamedDealerId = enquiry.NamedDealerId,
            State = LeadState.Raw,
            StateSince = act.At,
            Level = scheme.LevelFor(screened.Window),
        };
        lead.Touch(screened.Source.Code, touch, act);
        return lead;
    }

    /// <summary>A person who stands in the showroom: no cleaning, no dispatch.</summary>
    public static Lead WalkIn(ScreenedEnquiry screened, Contact contact, LevelScheme scheme, DealerSeat seat, Guid advisorId, TouchFacts touch, Act act)
    {
        var lead = TakeIn(screened, contact, scheme, touch, act);
        lead.Sit(seat);
        lead.OwnerId = advisorId;
        lead.AssignedAt = act.At;
        lead.Write(null, LeadState.Arrived, LeadTrigger.Arrive, act);
        lead.Reached(act);
        return lead;
    }

    /// <summary>Applies what cleaning decided; a collision is no lead of its own, but see <see cref="Merge"/>.</summary>
    public Refusal? Clean(CleaningVerdict verdict, Act act)
    {
        var trigger = verdict.State switch
        {
            LeadState.Cleaned => LeadTrigger.Clean,
            LeadState.Nurturing => LeadTrigger.Nurture,
            LeadState.Invalid => LeadTrigger.Invalidate,
            _ => throw new ArgumentException($"Cleaning does not lead to {verdict.State}.", nameof(verdict)),
        };
        if (Allowed(trigger, act) is { } refusal)
        {
            return refusal;
        }

        Judged(verdict);
        Move(trigger, act with { Reason = act.Reason ?? verdict.Reason });
        return null;
    }

    /// <summary>Another lead of the same person takes this one in.</summary>
    public Refusal? Merge(Guid intoLeadId, Act act)
    {
        if (Allowed(LeadTrigger.Merge, act) is { } refusal)
        {
            return refusal;
        }

        if (intoLeadId == Id)
        {
            return LeadRefusals.MergeIntoItself;
        }

        MergedIntoId = intoLeadId;
        Queue = null;
        Move(LeadTrigger.Merge, act);
        return null;
    }

    public Refusal? Invalidate(string reason, Act act)
    {
        if (Allowed(LeadTrigger.Invalidate, act) is { } refusal)
        {
            return refusal;
        }

        InvalidReason = reason;
        Queue = null;
        Move(LeadTrigger.Invalidate, act with { Reason = act.Reason ?? reason });
        return null;
    }

    /// <summary>HQ keeps the lead and nurtures it until it is worth a dealer's time.</summary>
    public Refusal? Nurture(Act act) => Step(LeadTrigger.Nurture, act);

    /// <summary>The score reached the threshold, or the person asked to be contacted.</summary>
    public Refusal? Mature(Act act) => Step(LeadTrigger.Mature, act);

    /// <summary>An audit finds it valid. What the law, the person or the number itself rules out is no matter of judgement.</summary>
    public Refusal? OverturnInvalid(Act act)
    {
        if (ErasedAt is null && State is LeadState.Invalid && (!HasContactConsent || PhoneHash.Length == 0 || InvalidReason == "blocked"))
        {
            return LeadRefusals.CannotBeOverturned;
        }

        if (Step(LeadTrigger.Overturn, act) is { } refusal)
        {
            return refusal;
        }

        InvalidReason = null;
        Queue = null;
        return null;
    }

    /// <summary>下发: HQ gives the lead to a dealer, and the dealer's clock starts.</summary>
    public Refusal? Dispatch(DealerSeat seat, Act act)
    {
        if (Allowed(LeadTrigger.Dispatch, act) is { } refusal)
        {
            return refusal;
        }

        Sit(seat);
        Move(LeadTrigger.Dispatch, act);
        Dispatched(seat, act);
        return null;
    }

    /// <summary>The dealer does not want it, and says why.</summary>
    public Refusal? Reject(Act act) => string.IsNullOrWhiteSpace(act.Reason) ? Allowed(LeadTrigger.Reject, act) ?? LeadRefusals.ReasonIsMissing : GiveBack(LeadTrigger.Reject, act);

    /// <summary>The dealer let the acceptance time pass, or its advisors the time of the first contact.</summary>
    public Refusal? Recall(Act act) => GiveBack(LeadTrigger.Recall, act);

    /// <summary>A new enquiry, or HQ, brings a closed lead back to life at a dealer (domain language §4.5).</summary>
    public Refusal? Reactivate(DealerSeat seat, Act act)
    {
        if (Allowed(LeadTrigger.Reactivate, act) is { } refusal)
        {
            return refusal;
        }

        Sit(seat);
        Level = LeadLevel.A;
        InvalidReason = null;
        Queue = null;
        (LostReasonL1, LostReasonL2, LostEvidence, StateBeforeLost) = (null, null, null, null);
        (OwnerId, AssignedAt, FirstContactDueAt, FirstContactAt) = (null, null, null, null);
        ClosePlans(act, isDone: false);
        Move(LeadTrigger.Reactivate, act);
        Dispatched(seat, act);
        return null;
    }

    /// <summary>撞单: takes a further enquiry of the same person in; status and owner stay (domain language §4.5).</summary>
    public void TakeInAgain(ScreenedEnquiry screened, Contact contact, LevelScheme scheme, TouchFacts touch, Act act)
    {
        // A number that nobody proved must not take a lead away from who proved it.
        CustomerId = screened.Enquiry.Proof is ContactProof.Unverified ? CustomerId ?? contact.CustomerId : contact.CustomerId ?? CustomerId;
        Name = string.IsNullOrWhiteSpace(contact.Name) ? Name : WrittenText.Of(contact.Name, LongestName);
        SeriesCode = screened.SeriesCode ?? SeriesCode;
        Window = screened.Window ?? Window;
        Level = Level is LeadLevel.N ? scheme.LevelFor(Window) : Level;
        HasBudget |= screened.Enquiry.HasBudget;
        Province = screened.Place.Province ?? Province;
        City = screened.Place.City ?? City;
        District = screened.Place.District ?? District;
        Write(screened);
        Touch(screened.Source.Code, touch, act);
    }

    /// <summary>The person behind it is known from now on; who was known before stays.</summary>
    public void Know(Guid customerId) => CustomerId ??= customerId;

    /// <summary>Keeps who was looked at and which rule decided.</summary>
    public void Explain(AllocationStep step, Allocation allocation, Act act)
        => _allocations.Add(new(this, step, allocation, act));

    /// <summary>An erasure request: nothing personal stays, and the lead leaves every queue (domain language §4.6).</summary>
    public void Erase(Act act)
    {
        (Name, PhoneSealed, PhoneHash, PhoneTail, PhoneMask) = ("", "", "", "", "");
        (CustomerId, Province, City, District, LostEvidence) = (null, null, null, null, null);
        (Written, Mended, Queue) = ([], [], null);
        ErasedAt = act.At;
        ClosePlans(act, isDone: false);
        DueAt = null;
    }

    private void Touch(string source, TouchFacts facts, Act act)
    {
        var touch = new SourceTouch(this, source, facts, act);
        _touches.Add(touch);
        EnquiryCount++;
        LastSource = touch.Source;
        FirstSource = EnquiryCount == 1 ? touch.Source : FirstSource;
        LastActivityTitle = touch.ActivityTitle ?? LastActivityTitle;
        WarmUp();
    }

    /// <summary>What de-duplication looks at.</summary>
    public KnownLead AsKnown() => new(Id, BrandId, NamedDealerId, DealerId, State, CreatedAt, ProtectedUntil);

    private void WarmUp()
    {
        var heat = LeadHeat.Of(EnquiryCount, Window, SeriesCode is not null, HasBudget);
        (HeatScore, Heat) = (heat.Score, heat.Band);
    }

    private void Sit(DealerSeat seat)
        => (DealerId, RegionId, SubRegionId) = (seat.DealerId, seat.RegionId, seat.SubRegionId);

    private void Dispatched(DealerSeat seat, Act act)
    {
        DispatchedAt = act.At;
        ProtectionDays = seat.ProtectionDays;
        ProtectedUntil = act.At.AddDays(ProtectionDays);
        DueAt = seat.AcceptBy;
    }

    private Refusal? GiveBack(LeadTrigger trigger, Act act)
    {
        if (Allowed(trigger, act) is { } refusal)
        {
            return refusal;
        }

        Move(trigger, act);
        (DealerId, RegionId, SubRegionId) = (null, null, null);
        (OwnerId, AssignedAt, FirstContactDueAt, FirstContactAt) = (null, null, null, null);
        ClosePlans(act, isDone: false);
        (DispatchedAt, ProtectedUntil, DueAt) = (null, null, null);
        return null;
    }

    private Refusal? Step(LeadTrigger trigger, Act act)
    {
        if (Allowed(trigger, act) is { } refusal)
        {
            return refusal;
        }

        Move(trigger, act);
        return null;
    }
}
