using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Assign;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.List;
using AutoPortal.Leads.Looks;
using AutoPortal.Leads.Work;
using AutoPortal.Ui;
using AutoPortal.Ui.Looks;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Leads.Card;

/// <summary>All of one lead: what comes next, what can be done, what it is and how it came here.</summary>
public sealed partial class LeadSheet : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<TabItem> _tabs = [];
    private KnownNames? _names;
    private string? _open;
    private bool _writing;

    /// <summary>Something about the lead was changed here; the parent loads it again.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [CascadingParameter] private LeadCardState State { get; set; } = null!;

    [Inject] private LeadNames Names { get; set; } = null!;

    [Inject] private RejectLead RejectLead { get; set; } = null!;

    [Inject] private CancelInvitation CancelInvitation { get; set; } = null!;

    [Inject] private OverturnInvalid OverturnInvalid { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private LeadCard Card => State.Card!;

    // HQ and regions read; the dealer's own people talk to the person.
    private bool CanFollowUp => Card.CanFollowUp && Scope.Reach is (Reach.Dealer or Reach.Own);

    private NextStep Next => NextStep.Of(Card, Clock.GetUtcNow(), Text);

    private string? Series => _names?.Series(Card.SeriesCode);

    private string? Place
        => new[] { Card.Province, Card.City, Card.District }.OfType<string>().Where(p => p.Length > 0).Distinct().ToList() is { Count: > 0 } parts ? string.Join(" ", parts) : null;

    // Beyond a day, working hours say less than the date does.
    private TimeSpan? WorkingTimeLeft
        => Card.DueAt is { } due && due > Clock.GetUtcNow() && _names is { } names && names.ClockOf(Card.DealerId).Between(Clock.GetUtcNow(), due) is { } left && left < TimeSpan.FromHours(9)
            ? left
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _tabs = [new("history", Text["card.history"]), new("facts", Text["card.facts"]), new("why", Text["card.why"])];
        // Whoever opens a lead of their own came to note a contact.
        _writing = CanFollowUp && Card.OwnerId == Scope.UserId;
        _names = await Names.OfAsync([], _leaving.Token);
    }

    private bool May(LeadTrigger trigger) => State.May(trigger);

    private void Show(string? part) => _open = part;

    private Task SavedAsync()
    {
        _writing = false;
        return OnChanged.InvokeAsync();
    }

    private async Task DoneAsync()
    {
        Show(null);
        await OnChanged.InvokeAsync();
    }

    private Task<Refusal?> RejectAsync(string reason) => ActAsync(RejectLead.RunAsync(Card.Id, reason, _leaving.Token));

    private Task<Refusal?> OverturnAsync(string reason) => ActAsync(OverturnInvalid.RunAsync(Card.Id, reason, _leaving.Token));

    private Task<Refusal?> CancelInvitationAsync(string reason) => ActAsync(CancelInvitation.RunAsync(Card.Id, reason, _leaving.Token));

    private async Task<Refusal?> ActAsync(Task<Outcome> act)
    {
        var outcome = await act;
        if (outcome.IsOk)
        {
            await DoneAsync();
        }

        return outcome.Refusal;
    }
}
