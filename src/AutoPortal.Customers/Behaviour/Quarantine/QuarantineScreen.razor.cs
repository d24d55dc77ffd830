using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Customers.Behaviour.Quarantine;

/// <summary>Events of visitors that wait because they do not fit: declared and taken in, or thrown away.</summary>
public sealed partial class QuarantineScreen
{
    private readonly ScreenLifetime _leaving = new();
    private IReadOnlyList<QuarantineGroup>? _groups;
    private IReadOnlyList<EventField> _fields = [];
    private QuarantineGroup? _declared;

    [Inject] private QuarantineQueries Quarantine { get; set; } = null!;

    [Inject] private DeclareEvent Declare { get; set; } = null!;

    [Inject] private ReplayQuarantine Replay { get; set; } = null!;

    [Inject] private DiscardQuarantine Discard { get; set; } = null!;

    [Inject] private CurrentUser User { get; set; } = null!;

    [Inject] private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _groups = User.May(CustomersPermissions.ManageEvents) ? await Quarantine.ListAsync(_leaving.Token) : [];

    private async Task BeginAsync(QuarantineGroup group)
    {
        _fields = await Quarantine.FieldsAsync(group, _leaving.Token);
        _declared = group;
    }

    private async Task DeclareAsync()
    {
        if (_declared is not { } group)
        {
            return;
        }

        var outcome = await Declare.RunAsync(group.Name, group.SchemaVersion, _fields, _leaving.Token);
        _declared = null;
        if (Say(outcome.Refusal))
        {
            await ReplayAsync(group.Name, group.SchemaVersion);
        }
    }

    private async Task ReplayAsync(string name, short version)
    {
        var outcome = await Replay.RunAsync(name, version, _leaving.Token);
        if (Say(outcome.Refusal))
        {
            Toasts.Show(Text["events.taken_in", outcome.Value]);
        }

        await ReadAsync();
    }

    private async Task DiscardAsync(QuarantineGroup group)
    {
        var outcome = await Discard.RunAsync(group, _leaving.Token);
        if (Say(outcome.Refusal))
        {
            Toasts.Show(Text["events.discarded", outcome.Value]);
        }

        await ReadAsync();
    }

    private bool Say(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Toasts.Show(Text[refusal.Code, refusal.Details], ToastKind.Warning);
        }

        return refusal is null;
    }
}
