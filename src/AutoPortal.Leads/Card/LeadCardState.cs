namespace AutoPortal.Leads.Card;

/// <summary>The lead on screen, shared by the parts of its card.</summary>
internal sealed class LeadCardState(LeadCardQueries queries)
{
    /// <summary>Null until it is loaded, and where there is no such lead in reach.</summary>
    public LeadCard? Card { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <returns>Whether there is such a lead.</returns>
    public async Task<bool> LoadAsync(Guid leadId, CancellationToken ct)
    {
        var card = await queries.FindAsync(leadId, ct);
        History = card is null ? [] : await queries.HistoryAsync(leadId, ct);
        Card = card;
        return card is not null;
    }

    /// <summary>Whether the person at work may take this step now.</summary>
    public bool May(Domain.LeadTrigger trigger) => Card?.Steps.Contains(Domain.StoredWord<Domain.LeadTrigger>.Of(trigger)) ?? false;
}
