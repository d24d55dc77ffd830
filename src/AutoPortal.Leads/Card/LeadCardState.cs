namespace AutoPortal.Leads.Card;

/// <summary>The lead on screen, shared by the parts of its card.</summary>
internal sealed class LeadCardState(LeadCardQueries queries)
{
    /// <summary>As last seen; null until it is loaded, and where there never was such a lead in reach.</summary>
    public LeadCard? Card { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <returns>Whether there is such a lead in reach; one that was given away is not, and stays as last seen.</returns>
    public async Task<bool> LoadAsync(Guid leadId, CancellationToken ct)
    {
        if (await queries.FindAsync(leadId, ct) is not { } card)
        {
            return false;
        }

        History = await queries.HistoryAsync(leadId, ct);
        Card = card;
        return true;
    }

    /// <summary>Whether the person at work may take this step now.</summary>
    public bool May(Domain.LeadTrigger trigger) => Card?.Steps.Contains(Domain.StoredWord<Domain.LeadTrigger>.Of(trigger)) ?? false;
}
