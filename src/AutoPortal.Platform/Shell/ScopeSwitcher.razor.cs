using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Directories;
using AutoPortal.Platform.Scopes;
using AutoPortal.Platform.SignIn;
using AutoPortal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AutoPortal.Platform.Shell;

/// <summary>Where the person works, always in sight; switching posts and loads anew, since a circuit keeps its scope for life.</summary>
public sealed partial class ScopeSwitcher : IDisposable
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<MembershipChoice> _memberships = [];
    private IReadOnlyList<(Guid Id, string Name, string Icon)> _nodes = [];
    private MembershipChoice? _current;
    private bool _isNarrowed;
    private string _tenantName = "";
    private string _accent = Tenant.DefaultAccent;

    [Inject] private CurrentScope Scope { get; set; } = null!;

    [Inject] private MyMemberships Memberships { get; set; } = null!;

    [Inject] private OrganisationMemory Organisation { get; set; } = null!;

    [Inject] private ITenantDirectory Tenants { get; set; } = null!;

    [Inject] private AuthenticationStateProvider Authentication { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var ticket = StaffTicket.Read((await Authentication.GetAuthenticationStateAsync()).User);
        if (!Scope.IsEntered || ticket is null)
        {
            return;
        }

        if (await Tenants.FindAsync(Scope.TenantId, _leaving.Token) is { } tenant)
        {
            _tenantName = tenant.Name;
            _accent = tenant.AccentColor;
        }

        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _memberships = await Memberships.ListAsync(ticket.AccountId, _leaving.Token);
        _current = _memberships.FirstOrDefault(m => m.MembershipId == Scope.Facts.MembershipId);
        if (_current is null || Scope.Reach is Reach.Own)
        {
            return;
        }

        var tree = (await Organisation.GetAsync(Scope.TenantId, _leaving.Token)).Tree;
        _isNarrowed = ticket.NodeId is not null && Scope.Facts.Label != _current.Place;
        _nodes = Below((_isNarrowed ? ticket.NodeId : null) ?? _current.NodeId, tree);
    }

    private static List<(Guid, string, string)> Below(Guid? nodeId, OrganisationTree tree)
        => nodeId is null
            ? [.. tree.Regions.Select(r => (r.Id, r.Name, "location"))]
            : [.. tree.Dealers.Where(d => d.RegionId == nodeId || d.SubRegionId == nodeId).Select(d => (d.Id, d.Name, "store"))];
}
