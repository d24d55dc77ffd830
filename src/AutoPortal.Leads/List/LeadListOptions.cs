using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui.Grid;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.List;

/// <summary>What the list can be narrowed to, within the reader's reach.</summary>
internal sealed record LeadListOptions(
    IReadOnlyList<FilterOption> Overdue,
    IReadOnlyList<FilterOption> States,
    IReadOnlyList<FilterOption> Levels,
    IReadOnlyList<FilterOption> Dealers,
    IReadOnlyList<FilterOption> Advisors,
    IReadOnlyList<FilterOption> Series,
    IReadOnlyList<FilterOption> Sources)
{
    public static readonly LeadListOptions None = new([], [], [], [], [], [], []);

    internal sealed class Source(IOrganisation organisation, IAdvisorRoster roster, ISeriesCatalogue catalogue, CurrentScope scope, TimeProvider clock, IStringLocalizer<LeadTexts> text)
    {
        public async Task<LeadListOptions> ReadAsync(CancellationToken ct)
            => new(
                [new("yes", text["filter.overdue_yes"])],
                [.. Enum.GetValues<LeadState>().Select(s => new FilterOption(s.Word(), text.State(s)))],
                [.. new[] { LeadLevel.H, LeadLevel.A, LeadLevel.B, LeadLevel.C, LeadLevel.N, LeadLevel.O, LeadLevel.D, LeadLevel.T, LeadLevel.F }.Select(l => new FilterOption(l.ToString(), text["level_title", l, text.Say("level", l.ToString())]))],
                await DealersAsync(ct),
                await AdvisorsAsync(ct),
                [.. (await catalogue.ListAsync(ct)).Select(s => new FilterOption(s.Code, KnownNames.NameOf(s)))],
                [.. SourceTree.Sources.Select(s => new FilterOption(s.Code, text.Say("source", s.Code)))]);

        private async Task<IReadOnlyList<FilterOption>> DealersAsync(CancellationToken ct)
            => [.. (await organisation.TreeAsync(ct)).Dealers
                .Where(d => scope.SeesAllDealers || scope.DealerIds.Contains(d.Id))
                .Select(d => new FilterOption(d.Id.ToString(), d.Name))];

        // A whole region's advisors would be no help in a menu.
        private async Task<IReadOnlyList<FilterOption>> AdvisorsAsync(CancellationToken ct)
            => scope.Reach is not Reach.Dealer ? []
                : [new("none", text["filter.nobody"]), .. (await roster.OnDutyAsync(scope.DealerIds.ToList(), clock.GetUtcNow(), ct)).Select(a => new FilterOption(a.UserId.ToString(), a.Name))];
    }
}
