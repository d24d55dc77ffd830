using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Leads.Domain;

/// <summary>What a clerk may have changed about a lead.</summary>
internal sealed record ClerkMemento(IReadOnlyList<WrittenWord> Mended, Contact Contact, ContactProof Proof, int MissedCalls, int CallCount);

// How a lead that no dealer has yet is looked at again.
internal sealed partial class Lead
{
    /// <summary>No person at a dealer has it: the rules may be run on it again.</summary>
    public bool CanBeCleanedAgain => ErasedAt is null && State is LeadState.Raw or LeadState.Invalid or LeadState.Nurturing or LeadState.Cleaned;

    /// <summary>The house may run the rules on it again: its answers are kept as written, and nobody has worked on it or taken it out of the queue.</summary>
    public bool IsForTheRules
        => CanBeCleanedAgain && DealerId is null && LastFollowUpAt is null && Written.Count > 0 && (Queue is not null || QueueOf(State, Flags) is null);

    /// <summary>The enquiry as written, with what a clerk mended.</summary>
    /// <param name="phone">In the clear, or as it was written where it is no number.</param>
    public Enquiry AsEnquiry(string phone) => new()
    {
        BrandId = BrandId == Guid.Empty ? null : BrandId,
        Name = Name,
        Phone = phone,
        HasContactConsent = HasContactConsent,
        Source = Word(CleaningFields.Source),
        SourceSecond = Word(WrittenWord.SourceSecond),
        SourceThird = Word(WrittenWord.SourceThird),
        Province = Word(CleaningFields.Province),
        City = Word(CleaningFields.City),
        District = Word(CleaningFields.District),
        Series = Word(CleaningFields.Series),
        Window = Word(CleaningFields.Window),
        Budget = Word(CleaningFields.Budget),
        HasBudget = Word(CleaningFields.Budget) is null && HasBudget,
        Dealer = Word(CleaningFields.Dealer),
        NamedDealerId = Word(CleaningFields.Dealer) is null ? NamedDealerId : null,
        HostDealerId = HostDealerId,
        Proof = Proof,
        MissedCalls = MissedCalls,
    };

    /// <summary>A clerk writes answers anew; what was written first stays beside.</summary>
    public void Mend(IReadOnlyList<WrittenWord> words)
        => Mended = [.. Mended.Where(m => words.All(w => w.Field != m.Field)), .. words];

    /// <summary>A clerk writes the person anew.</summary>
    public void Mend(Contact contact)
        => (Name, PhoneSealed, PhoneHash, PhoneTail, PhoneMask) = (WrittenText.Of(contact.Name, LongestName), contact.PhoneSealed, contact.PhoneHash, contact.PhoneTail, contact.PhoneMask);

    /// <summary>A call to verify the number: an answer proves it, a miss counts.</summary>
    public VerificationCall NoteVerificationCall(bool wasAnswered, Act act)
    {
        Proof = wasAnswered ? ContactProof.Call : Proof;
        MissedCalls += wasAnswered ? 0 : 1;
        CallCount++;
        return new(this, wasAnswered, act);
    }

    /// <summary>What a clerk may change, as it stands.</summary>
    public ClerkMemento Remember() => new(Mended, new(CustomerId, Name, PhoneSealed, PhoneHash, PhoneTail, PhoneMask), Proof, MissedCalls, CallCount);

    /// <summary>A clerk takes back what they changed.</summary>
    public void PutBack(ClerkMemento before)
    {
        Mended = before.Mended;
        Mend(before.Contact);
        (Proof, MissedCalls, CallCount) = (before.Proof, before.MissedCalls, before.CallCount);
    }

    /// <summary>Applies what the rules say now; nothing is written where they say what they said before.</summary>
    public Refusal? CleanAgain(ScreenedEnquiry screened, CleaningVerdict verdict, LevelScheme scheme, Act act)
    {
        if (!CanBeCleanedAgain)
        {
            return ErasedAt is not null ? LeadRefusals.WasErased : LeadRefusals.NotNow(State, LeadTrigger.Clean);
        }

        if (verdict.State != State)
        {
            if (Clean(verdict, act) is { } refusal)
            {
                return refusal;
            }
        }
        else
        {
            Judged(verdict);
        }

        Answer(screened, scheme);
        return null;
    }

    /// <summary>Answers may be written anew: the lead is not over.</summary>
    public bool CanBeCorrected => ErasedAt is null && State is not (LeadState.Merged or LeadState.Delivered);

    /// <summary>Answers of a lead that a dealer has, as they were corrected: state, owner and what was judged since stay, and nobody has enquired again.</summary>
    /// <param name="fields">Those that were written anew.</param>
    /// <param name="screened">Its own enquiry, read with them.</param>
    /// <param name="scheme">Of its brand.</param>
    public void Correct(IReadOnlyCollection<string> fields, ScreenedEnquiry screened, LevelScheme scheme)
    {
        SeriesCode = fields.Contains(CleaningFields.Series) ? screened.SeriesCode : SeriesCode;
        Window = fields.Contains(CleaningFields.Window) ? screened.Window : Window;
        Level = Level is LeadLevel.N ? scheme.LevelFor(Window) : Level;
        HasBudget = fields.Contains(CleaningFields.Budget) ? screened.Enquiry.HasBudget : HasBudget;
        if (fields.Any(f => f is CleaningFields.Province or CleaningFields.City or CleaningFields.District))
        {
            (Province, City, District) = (screened.Place.Province, screened.Place.City, screened.Place.District);
        }

        Flags = [.. Flags.Where(f => !IsAbout(f, fields)), .. screened.Flags.Where(f => IsAbout(f, fields))];
        Queue = Queue is null ? null : QueueOf(State, Flags);
        WarmUp();
    }

    private static bool IsAbout(string flag, IReadOnlyCollection<string> fields)
        => fields.Any(f => flag == $"{LeadCleaning.NeedsReview}:{f}") || (flag == LeadCleaning.NoSeries && fields.Contains(CleaningFields.Series));

    /// <summary>A clerk has looked, and what is marked may stay.</summary>
    public void LeaveQueue() => Queue = null;

    /// <summary>A clerk agrees that it is invalid, for a reason of their own.</summary>
    public Refusal? ConfirmInvalid(string reason)
    {
        InvalidReason = reason;
        Queue = null;
        return null;
    }

    private void Judged(CleaningVerdict verdict)
    {
        // Equal lists are left alone, so that a replay of unchanged rules changes no row.
        Flags = Flags.SequenceEqual(verdict.Flags) ? Flags : verdict.Flags;
        CleaningSteps = CleaningSteps.SequenceEqual(verdict.Steps) ? CleaningSteps : verdict.Steps;
        InvalidReason = verdict.State is LeadState.Invalid ? verdict.Reason : null;
        Queue = QueueOf(verdict.State, Flags);
    }

    private static CleaningQueue? QueueOf(LeadState state, IReadOnlyList<string> flags)
        => state is LeadState.Invalid ? CleaningQueue.Invalid
            : flags.Any(f => f.StartsWith(LeadCleaning.NeedsReview, StringComparison.Ordinal)) ? CleaningQueue.NeedsReview
            : flags.Contains(LeadCleaning.RiskPhone) ? CleaningQueue.RiskPhone
            : null;

    /// <summary>Whether the lead says already what the rules read.</summary>
    public bool Answers(ScreenedEnquiry screened)
        => !screened.IsValid || (SeriesCode == screened.SeriesCode && Window == screened.Window && HasBudget == screened.Enquiry.HasBudget
            && new Place(Province, City, District) == screened.Place && NamedDealerId == screened.Enquiry.NamedDealerId);

    private void Answer(ScreenedEnquiry screened, LevelScheme scheme)
    {
        // Refused before rule 5: nothing was read, so nothing is taken away.
        if (!screened.IsValid)
        {
            return;
        }

        SeriesCode = screened.SeriesCode;
        // A level stands for an answer: where the answer stays, so does what was judged since.
        Level = Window == screened.Window ? Level : scheme.LevelFor(screened.Window);
        Window = screened.Window;
        HasBudget = screened.Enquiry.HasBudget;
        (Province, City, District) = (screened.Place.Province, screened.Place.City, screened.Place.District);
        NamedDealerId = screened.Enquiry.NamedDealerId;
        if (EnquiryCount == 1)
        {
            FirstSource = LastSource = WrittenText.Of(screened.Source.Code, SourceTouch.LongestWord);
        }

        WarmUp();
    }

    /// <summary>The word that stands for a field now, as aliases know it; empty where there is none.</summary>
    public string WordOf(string field)
        => CleaningAliases.Key(field == CleaningFields.Source ? WrittenWord.SourceOf(AsEnquiry("")) : Word(field) ?? "");

    // What a further enquiry answered and the rules could read stands in for the older word: a lead read again must say what it says now.
    private void Write(ScreenedEnquiry screened)
    {
        var read = new Dictionary<string, bool>
        {
            [CleaningFields.Series] = screened.SeriesCode is not null,
            [CleaningFields.Window] = screened.Window is not null,
            [CleaningFields.Province] = screened.Place.Province is not null,
            [CleaningFields.City] = screened.Place.City is not null,
            [CleaningFields.District] = screened.Place.District is not null,
            [CleaningFields.Budget] = screened.Enquiry.HasBudget,
        };
        var newer = WrittenWord.Of(screened.Enquiry).Where(w => read.GetValueOrDefault(w.Field)).ToList();
        if (newer.Count > 0)
        {
            Written = [.. Written.Where(w => newer.All(n => n.Field != w.Field)), .. newer];
            Mended = [.. Mended.Where(m => newer.All(n => n.Field != m.Field))];
        }
    }

    private string? Word(string field)
        => WrittenWord.Of(field, Mended, Written) is { Length: > 0 } word ? word : null;
}
