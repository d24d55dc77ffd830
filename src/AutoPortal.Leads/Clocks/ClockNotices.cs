using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Clocks;

/// <summary>Who hears of a broken limit (domain language §4.8).</summary>
internal sealed class ClockNotices(INotifier notifier, IPeopleDirectory people)
{
    private readonly Dictionary<(string Role, Guid? Node), IReadOnlyList<Guid>> _people = [];

    /// <summary>Codes of all notices.</summary>
    public static string[] Codes { get; } = [.. Enum.GetValues<ClockStep>().Select(CodeOf)];

    public async Task SendAsync(IReadOnlyList<ClockWord> words, CancellationToken ct)
    {
        var notices = new List<Notice>();
        foreach (var word in words)
        {
            foreach (var person in await HearersAsync(word, ct))
            {
                notices.Add(new(
                    person,
                    $"leads.clock:{StoredWord<ClockStep>.Of(word.Due.Step)}:{word.LeadId:N}:{word.Due.Since.UtcTicks:x}",
                    CodeOf(word.Due.Step),
                    [word.NameMask, word.PhoneMask, word.Level],
                    LeadsRoutes.CardOf(word.LeadId)));
            }
        }

        if (notices.Count > 0)
        {
            await notifier.NotifyAsync(notices, ct);
        }
    }

    private static string CodeOf(ClockStep step) => $"leads.clock_{StoredWord<ClockStep>.Of(step)}";

    private async Task<IReadOnlyList<Guid>> HearersAsync(ClockWord word, CancellationToken ct) => word.Due.Step switch
    {
        ClockStep.ContactHalf or ClockStep.VisitMissed => word.OwnerId is { } owner ? [owner] : [],
        ClockStep.AcceptToRegion or ClockStep.LostToRegion => await RegionAsync(word, ct),
        _ => await WithRoleAsync(RoleTemplate.DealerManager, word.DealerId, ct),
    };

    // A dealer without a region answers to HQ.
    private Task<IReadOnlyList<Guid>> RegionAsync(ClockWord word, CancellationToken ct)
        => word.RegionId is { } region ? WithRoleAsync(RoleTemplate.RegionalManager, region, ct) : WithRoleAsync(RoleTemplate.CampaignOperator, null, ct);

    private async Task<IReadOnlyList<Guid>> WithRoleAsync(string role, Guid? node, CancellationToken ct)
        => _people.TryGetValue((role, node), out var known) ? known : _people[(role, node)] = await people.WithRoleAsync(role, node, ct);
}
