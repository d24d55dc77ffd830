using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Organisation;
using AutoPortal.Ui;
using AutoPortal.Ui.Forms;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Platform.People;

/// <summary>Hires a person, or changes what a member may see and take.</summary>
public sealed partial class MemberEditor
{
    private readonly ScreenLifetime _leaving = new();
    private DraftKeeper _keeper = null!;
    private MemberForm _form = new();
    private MemberRow? _seen;
    private OrganisationTree? _tree;
    private IReadOnlyList<RoleChoice> _roles = [];
    private IReadOnlyList<FieldDifference> _differences = [];
    private string? _refused;
    private bool _isBusy;

    /// <summary>The member; null for a new one.</summary>
    [Parameter] public MemberRow? Member { get; set; }

    /// <summary>The person wants it closed; what was typed is kept.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    /// <summary>It was saved; with the new membership where somebody was hired.</summary>
    [Parameter] public EventCallback<MemberHired?> OnSaved { get; set; }

    [Inject] private HireMember Hire { get; set; } = null!;

    [Inject] private EditMember Edit { get; set; } = null!;

    [Inject] private PeopleQueries People { get; set; } = null!;

    [Inject] private IOrganisation Organisation { get; set; } = null!;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    private string? Template => _roles.FirstOrDefault(r => r.Id == _form.RoleId)?.Template;

    private MembershipReach? Reach => Template is { } template ? RoleReach.Of(template)[0] : null;

    private bool IsOwn => Reach is MembershipReach.Own;

    private string? RoleHint => Reach is { } reach ? Text["reach." + Kernel.Data.SnakeCaseNames.Of(reach.ToString())].Value : null;

    private List<(Guid Id, string Name)>? Nodes => (Reach, _tree) switch
    {
        (null or MembershipReach.Tenant, _) or (_, null) => null,
        (MembershipReach.Region, { } tree) => [.. tree.Regions.Where(r => !r.IsClosed).SelectMany(r => tree.SubRegions.Where(s => s.RegionId == r.Id && !s.IsClosed).Select(s => (s.Id, $"{r.Name} / {s.Name}")).Prepend((r.Id, r.Name)))],
        (_, { } tree) => [.. tree.Dealers.Where(d => d.State != "left" && (Scope.SeesAllDealers || Scope.DealerIds.Contains(d.Id))).Select(d => (d.Id, $"{d.City} · {d.Name}"))],
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _seen = Member;
        Fill();
        _tree = await Organisation.TreeAsync(_leaving.Token);
        _roles = await People.RolesAsync(_leaving.Token);
    }

    private void Fill() => _form = _seen is null ? new() { FromOn = ShanghaiTime.DateOf(Clock.GetUtcNow()), NodeId = OnlyDealer } : MemberForm.Of(_seen);

    // A dealer's own manager hires for that dealer.
    private Guid? OnlyDealer => Scope is { SeesAllDealers: false, DealerIds: [var only] } ? only : null;

    private async Task SaveAsync()
    {
        _isBusy = true;
        var outcome = await RunAsync();
        _isBusy = false;
        _refused = outcome.IsOk ? null : Text[outcome.Refusal.Code, outcome.Refusal.Details].Value;
        if (outcome.IsOk)
        {
            await _keeper.ForgetAsync();
            Toasts.Show(Text[Member is null ? "people.hired" : "people.saved", _form.Name]);
            await OnSaved.InvokeAsync(outcome.Value.MembershipId == _seen?.MembershipId ? null : outcome.Value);
        }
        else if (outcome.Refusal == Refusal.ChangedMeanwhile && await People.FindAsync(_seen!.MembershipId, _leaving.Token) is { } fresh)
        {
            // What was typed stays; whoever saves now has seen what the other person wrote.
            _seen = fresh;
            _differences = _form.DifferencesTo(MemberForm.Of(fresh));
        }
    }

    private async Task<Outcome<MemberHired>> RunAsync()
    {
        if (_form.RoleId is not { } role || Template is not { } template)
        {
            return PlatformRefusals.RoleUnknown;
        }

        var seat = _form.SeatFor(template, _tree?.SubRegions.Any(s => s.Id == _form.NodeId) ?? false);
        if (_seen is null)
        {
            return await Hire.RunAsync(new(_form.SignIn, role, seat, _form.Description), _leaving.Token);
        }

        var outcome = await Edit.RunAsync(_seen.MembershipId, _seen.Version, role, seat, _form.Description, _leaving.Token);
        return outcome.IsOk ? new MemberHired(_seen.MembershipId, null) : outcome.Refusal;
    }

    private void TakeTheirs()
    {
        Fill();
        _differences = [];
    }
}
