using System.Globalization;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Ui.Looks;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>Who else has the page open, and what they have chosen. Words on the live bus carry ids only; names are looked up here.</summary>
internal sealed class Peers(ILiveBus bus, CurrentScope scope, IPeopleDirectory people, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(25);
    private static readonly string[] Colors = ["#c2410c", "#0f766e", "#7c3aed", "#be185d", "#4d7c0f", "#0369a1"];

    private readonly string _me = Ids.New(clock).ToString("N");
    private readonly Dictionary<string, (Guid User, string Block, DateTimeOffset At)> _others = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private IDisposable? _listening;
    private ITimer? _timer;
    private string _topic = "";
    private string _block = "";

    /// <summary>Begins to listen and to be heard.</summary>
    /// <param name="pageId">The page.</param>
    /// <param name="changed">Called after each change, from any thread.</param>
    public void Begin(Guid pageId, Func<Task> changed)
    {
        _topic = $"pages.here:{pageId:N}";
        _listening = bus.Subscribe(scope.TenantId, _topic, word => Hear(word) ? changed() : Task.CompletedTask);
        _timer = clock.CreateTimer(_ => Tell("here"), null, Beat, Beat);
        Tell("hello");
    }

    /// <summary>The person chose another block.</summary>
    public void Choose(string block)
    {
        _block = block;
        Tell("here");
    }

    /// <summary>The others, in the order in which they came.</summary>
    public async Task<IReadOnlyList<Peer>> ListAsync(CancellationToken ct)
    {
        List<KeyValuePair<string, (Guid User, string Block, DateTimeOffset At)>> there;
        lock (_gate)
        {
            there = [.. _others.Where(o => clock.GetUtcNow() - o.Value.At < Silent)];
        }

        var names = there.Count == 0 ? new Dictionary<Guid, string>() : await people.NamesAsync([.. there.Select(o => o.Value.User).Distinct()], ct);
        return [.. there.Select(o => names.GetValueOrDefault(o.Value.User, "…") is var name
            ? new Peer(o.Key, name, Initials.Of(name), Colors[(uint)o.Value.User.GetHashCode() % Colors.Length], o.Value.Block.Length == 0 ? null : o.Value.Block) : null!)];
    }

    public void Dispose()
    {
        if (_listening is not null)
        {
            Tell("bye");
        }

        _timer?.Dispose();
        _listening?.Dispose();
    }

    private void Tell(string word)
    {
        if (scope.IsEntered)
        {
            bus.Publish(new LiveMessage(scope.TenantId, _topic, string.Create(CultureInfo.InvariantCulture, $"{word} {_me} {scope.UserId ?? Guid.Empty:N} {_block}")));
        }
    }

    private bool Hear(string payload)
    {
        if (payload.Split(' ') is not [var word, var who, var user, .. var block] || string.Equals(who, _me, StringComparison.Ordinal) || !Guid.TryParse(user, out var userId))
        {
            return false;
        }

        lock (_gate)
        {
            if (word is "bye")
            {
                _others.Remove(who);
            }
            else
            {
                _others[who] = (userId, block.Length > 0 ? block[0] : "", clock.GetUtcNow());
            }
        }

        if (word is "hello")
        {
            Tell("here");
        }

        return true;
    }
}

/// <summary>Somebody else at the same page. Property names are those of the script.</summary>
internal sealed record Peer(string Id, string Name, string Initials, string Color, string? Block);
