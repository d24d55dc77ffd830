using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AutoPortal.Bench.Circuits;

namespace AutoPortal.Bench.Portal;

/// <summary>An advisor with the list open, and when each lead first showed on it.</summary>
internal sealed partial class AdvisorDesk(string person) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();
    private Circuit? _circuit;

    public string Person { get; } = person;

    public IReadOnlyDictionary<Guid, DateTimeOffset> Seen => _seen;

    public string? Fault => _circuit?.Fault;

    public async Task SitDownAsync(HttpClient http, string address, string screen, CancellationToken ct)
        => _circuit = await Circuit.OpenAsync(http, await SignIn.AsAsync(Person, address, ct), address, screen, (batch, _) => Look(batch), ct);

    public ValueTask DisposeAsync() => _circuit?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Look(RenderBatch batch)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var text in batch.Texts())
        {
            if (LeadAddress().Match(text) is { Success: true } match)
            {
                _seen.TryAdd(Guid.Parse(match.Groups["id"].Value), now);
            }
        }
    }

    [GeneratedRegex("^/app/leads/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadAddress();
}
