using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Notices;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.List;

/// <summary>Hears of leads within reach while a screen is open, and says which ones are new.</summary>
internal sealed class LeadWatch(ILiveBus live, CurrentScope scope, LeadQueries leads, Toasts toasts, TimeProvider clock, IStringLocalizer<LeadTexts> text)
{
    // Of the whole circuit: two screens that hear of one lead announce it once.
    private readonly HashSet<Guid> _announced = [];
    private readonly Lock _gate = new();

    /// <summary>Calls <paramref name="changed"/> after each word until it is disposed; from any thread.</summary>
    public IDisposable Begin(Func<Task> changed)
    {
        var watching = new Watching();
        foreach (var topic in TopicsOf(scope))
        {
            watching.Keep(live.Subscribe(scope.TenantId, topic, async word =>
            {
                await AnnounceAsync(word, watching.Left);
                await changed();
            }));
        }

        return watching;
    }

    private async Task AnnounceAsync(string word, CancellationToken ct)
    {
        if (!Guid.TryParse(word, out var id) || await leads.FindAsync(id, ct) is not { } lead || LeadArrival.Of(lead, scope, clock.GetUtcNow()) is not { } arrival)
        {
            return;
        }

        lock (_gate)
        {
            if (!_announced.Add(id))
            {
                return;
            }
        }

        toasts.Show(arrival.Say(lead, clock.GetUtcNow(), text), ToastKind.Note);
    }

    private static IEnumerable<string> TopicsOf(CurrentScope reader)
        => reader.SeesAllDealers ? [LeadTopics.HqList]
            : reader.SeesOwnOnly ? [LeadTopics.User(reader.UserId ?? Guid.Empty)]
            : reader.DealerIds.Select(LeadTopics.Dealer);

    private sealed class Watching : IDisposable
    {
        private readonly ScreenLifetime _leaving = new();
        private readonly List<IDisposable> _subscriptions = [];

        public CancellationToken Left => _leaving.Token;

        public void Keep(IDisposable subscription) => _subscriptions.Add(subscription);

        public void Dispose()
        {
            _subscriptions.ForEach(s => s.Dispose());
            _leaving.Dispose();
        }
    }
}
