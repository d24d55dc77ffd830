using AutoPortal.Customers.Contracts;
using AutoPortal.Leads.Contracts;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Allocate;

/// <summary>One allocation: dealers are chosen as leads come, advisors for all of them at the end.</summary>
internal sealed class AllocationRun(LeadsDb db, Market market, DeskLoads loads, IAdvisorRoster roster, ICustomerDirectory customers)
{
    private readonly RotationBook _rotation = new();
    private readonly HashSet<string> _knownPools = [];
    private readonly List<Sent> _sent = [];

    /// <summary>Gives the lead to a dealer, or leaves it in HQ's list; either way with the reason.</summary>
    /// <param name="lead">Cleaned, or closed and coming back.</param>
    /// <param name="ofSamePerson">All leads of the person, newest first.</param>
    /// <param name="act">Who lets it be allocated.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="except">Dealers that had it and let their time pass.</param>
    /// <returns>Whether a dealer has it.</returns>
    public async Task<bool> ToDealerAsync(Lead lead, IReadOnlyList<Lead> ofSamePerson, Act act, CancellationToken ct, IReadOnlyCollection<Guid>? except = null)
    {
        var request = new DealerRequest(
            lead.BrandId,
            lead.NamedDealerId,
            Related(lead, ofSamePerson),
            lead.LastSource.Split('.')[0],
            lead.SeriesCode,
            new(lead.Province, lead.City, lead.District));
        await KnowAsync(DealerChoice.PoolsOf(request), ct);
        var decision = DealerChoice.Decide(request, [.. market.DealersOf(lead.BrandId).Where(d => except?.Contains(d.Facts.Id) is not true)], loads.Dealers, _rotation);
        if (decision.ChosenId is not { } chosen || market.Dealer(chosen) is not { } dealer)
        {
            if (!lead.State.IsClosed())
            {
                lead.Explain(AllocationStep.ToDealer, decision, act);
            }

            return false;
        }

        Send(lead, dealer, decision, ofSamePerson, act);
        return true;
    }

    /// <summary>Gives the lead to the dealer that a person chose by hand.</summary>
    public void ToDealerByHand(Lead lead, DealerFacts dealer, IReadOnlyList<Lead> ofSamePerson, Act act)
        => Send(lead, dealer, new(dealer.Id, AllocationRule.ByHand, [new(dealer.Id, dealer.Name, null, [])]), ofSamePerson, act);

    /// <summary>Takes up a lead that waits at its dealer for somebody on duty.</summary>
    public void TakeUp(Lead lead, IReadOnlyList<Lead> ofSamePerson, Act act)
        => _sent.Add(new(lead, market.Dealer(lead.DealerId!.Value)!, ofSamePerson, act.At, IsTakenUp: true));

    /// <summary>Takes the lead from its advisor, for another of the same dealer.</summary>
    public void ToAnotherAdvisor(Lead lead, Act act)
        => _sent.Add(new(lead, market.Dealer(lead.DealerId!.Value)!, [], act.At, IsTakenUp: true, lead.OwnerId));

    /// <summary>Gives the lead of a dealer that left the network to the dealer it named.</summary>
    public void ToSuccessor(Lead lead, DealerFacts successor, IReadOnlyList<Lead> ofSamePerson, Act act)
        => Send(lead, successor, new(successor.Id, AllocationRule.Successor, [new(successor.Id, successor.Name, null, [])]), ofSamePerson, act);

    /// <summary>Chooses an advisor for each lead that was sent, and stores whose turn it is next.</summary>
    /// <param name="now">Whoever is on duty then is asked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ToAdvisorsAsync(DateTimeOffset now, CancellationToken ct)
    {
        // A lead may have been taken from its dealer again since it was sent, where two limits are found broken at once.
        _sent.RemoveAll(s => s.Lead.DealerId != s.Dealer.Id);
        if (_sent.Count == 0)
        {
            return;
        }

        var dealers = _sent.Select(s => s.Dealer.Id).Distinct().ToList();
        var advisors = (await roster.OnDutyAsync(dealers, now, ct)).ToLookup(a => a.DealerId);
        await KnowAsync([.. dealers.Select(AdvisorChoice.PoolOf)], ct);
        foreach (var sent in _sent)
        {
            // Only the dealer may be a person's choice; who there gets it is the house's.
            Assign(sent, [.. advisors[sent.Dealer.Id].Where(a => a.UserId != sent.NotTo)], Act.OfTheHouse(sent.At, sent.NotTo is null ? null : "no_first_contact"));
        }

        await RotationStore.WriteAsync(db, _rotation, ct);
        // Before our own save: a link that turns out too many is harmless and is said again with the next try.
        var links = _sent.Where(s => s.Lead.CustomerId is not null).Select(s => new CustomerDealerLink(s.Lead.CustomerId!.Value, s.Dealer.Id, s.Lead.OwnerId, "lead")).ToList();
        if (links.Count > 0)
        {
            await customers.LinkDealersAsync(links, ct);
        }
    }

    private void Send(Lead lead, DealerFacts dealer, Allocation decision, IReadOnlyList<Lead> ofSamePerson, Act act)
    {
        var seat = market.SeatAt(dealer, act.At);
        var refusal = lead.State.IsClosed() ? lead.Reactivate(seat, act with { Reason = "auto_reactivated" })
            : lead.DealerId is not null ? lead.PassOn(seat, act)
            : lead.Dispatch(seat, act);
        if (refusal is not null)
        {
            throw new InvalidOperationException($"Lead {lead.Id} in {lead.State} was chosen for dispatch but refused: {refusal.Code}.");
        }

        lead.Explain(AllocationStep.ToDealer, decision, act);
        loads.Dispatched(dealer.Id);
        _sent.Add(new(lead, dealer, ofSamePerson, act.At));
        db.Tell(new LeadDispatched(lead.Id, lead.CustomerId, lead.BrandId, dealer.Id, dealer.RegionId, dealer.SubRegionId, StoredWord<AllocationRule>.Of(decision.Rule), seat.AcceptBy, act.At));
    }

    private void Assign(Sent sent, IReadOnlyList<AdvisorFacts> advisors, Act act)
    {
        var (lead, dealer, ofSamePerson) = (sent.Lead, sent.Dealer, sent.OfSamePerson);
        var same = ofSamePerson.FirstOrDefault(l => l.Id != lead.Id && l.DealerId == dealer.Id && l.OwnerId is not null)?.OwnerId;
        var decision = AdvisorChoice.Decide(new(dealer.Id, same, []), advisors, loads.Advisors, NoRecords, _rotation);
        if (decision.ChosenId is not null || !sent.IsTakenUp)
        {
            // Of a lead that goes on waiting the first reason says enough: it is looked at every few seconds.
            lead.Explain(AllocationStep.ToAdvisor, decision, act);
        }

        if (decision.ChosenId is not { } advisor)
        {
            return;
        }

        var due = market.ClocksOf(dealer.Id).FirstContactBy(act.At, lead.Level, lead.Heat);
        if (lead.Assign(advisor, due, act) is { } refusal)
        {
            throw new InvalidOperationException($"Lead {lead.Id} in {lead.State} refused its advisor: {refusal.Code}.");
        }

        loads.Assigned(advisor, act.At);
        db.Tell(LeadMessages.Assigned(lead, dealer.Id, advisor, decision.Rule, act));
    }

    // The rates of the last 30 days come with the reports on advisors; until then everybody stands in the middle.
    private static readonly IReadOnlyDictionary<Guid, AdvisorRecord> NoRecords = new Dictionary<Guid, AdvisorRecord>();

    private static List<Guid> Related(Lead lead, IReadOnlyList<Lead> ofSamePerson)
        => [.. ofSamePerson
            .Where(l => l.BrandId == lead.BrandId && l.DealerId is not null && (l.State.IsOpen() || l.Id == lead.Id))
            .Select(l => l.DealerId!.Value)
            .Distinct()];

    private async Task KnowAsync(IReadOnlyCollection<string> pools, CancellationToken ct)
    {
        var unknown = pools.Where(_knownPools.Add).ToList();
        if (unknown.Count > 0)
        {
            _rotation.Learn(await RotationStore.ReadAsync(db, unknown, ct));
        }
    }

    private sealed record Sent(Lead Lead, DealerFacts Dealer, IReadOnlyList<Lead> OfSamePerson, DateTimeOffset At, bool IsTakenUp = false, Guid? NotTo = null);
}
