using System.Collections.Concurrent;
using System.Diagnostics;

namespace AutoPortal.Bench.Circuits;

/// <summary>People on the same list, each on a circuit of their own, who page on and back.</summary>
internal sealed class Crowd(string address, string path, string cookies, BenchOptions options)
{
    private const int OpenAtOnce = 16;
    private readonly ConcurrentBag<Reader> _readers = [];

    public BenchOptions Options => options;

    /// <summary>Circuits that the server ended.</summary>
    public int Faults => _readers.Count(r => r.Circuit.Fault is not null);

    /// <summary>Fewest rows that anybody sees.</summary>
    public int Rows => _readers.Min(r => r.Rows);

    /// <summary>Further people with the same way.</summary>
    public Crowd Again() => new(address, path, cookies, options);

    public async Task OpenAsync(int count, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = OpenAtOnce * 2 });
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce, CancellationToken = ct }, async (_, stop) =>
        {
            var reader = new Reader();
            reader.Circuit = await Circuit.OpenAsync(http, cookies, address, path, reader.See, stop);
            _readers.Add(reader);
            await reader.Ready.Task.WaitAsync(TimeSpan.FromSeconds(60), stop);
        });
    }

    /// <summary>Everybody turns a page, waits for its rows, pauses, and so on.</summary>
    /// <returns>Milliseconds from each click to the batch with its rows.</returns>
    public async Task<IReadOnlyList<double>> ClickAsync(TimeSpan length, TimeSpan pause, CancellationToken ct)
    {
        var delays = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(_readers.Select(async (reader, place) =>
        {
            // Spread over the pause, so that clicks come evenly and not in one volley.
            await Task.Delay(pause * ((double)place / _readers.Count), ct);
            while (watch.Elapsed < length)
            {
                delays.Add(await reader.TurnAsync(ct));
                await Task.Delay(pause, ct);
            }
        }));
        return [.. delays];
    }

    public async Task CloseAsync()
    {
        await Task.WhenAll(_readers.Select(r => r.Circuit.DisposeAsync().AsTask()));
        _readers.Clear();
    }

    /// <summary>One person: knows the buttons that turn the page, and notices when rows are drawn.</summary>
    private sealed class Reader
    {
        private readonly Lock _gate = new();
        private long _back;
        private long _on;
        private bool _isOn;
        private TaskCompletionSource? _turned;

        public Circuit Circuit { get; set; } = null!;

        public int Rows { get; private set; }

        public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void See(RenderBatch batch, Circuit circuit)
        {
            lock (_gate)
            {
                var rows = batch.HasElement("tr");
                if (_turned is { } waiting)
                {
                    if (rows)
                    {
                        _turned = null;
                        waiting.SetResult();
                    }
                }

                if (batch.HasElement("nav"))
                {
                    Learn(batch);
                }
            }
        }

        public async Task<double> TurnAsync(CancellationToken ct)
        {
            var turned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            long button;
            lock (_gate)
            {
                _turned = turned;
                button = _isOn ? _back : _on;
                _isOn = !_isOn;
            }

            var from = Stopwatch.GetTimestamp();
            await Circuit.ClickAsync(button, ct);
            await turned.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
            return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        private void Learn(RenderBatch batch)
        {
            var elements = batch.Elements();
            Rows = Math.Max(Rows, elements.Count(e => e.Name == "tr" && !e.Attributes.ContainsKey("aria-hidden")));
            if (elements.Find(e => e.Name == "nav" && e.Attributes.GetValueOrDefault("class", "").Contains("pages", StringComparison.Ordinal)) is not { } pages)
            {
                return;
            }

            var buttons = elements.Where(e => e.Name == "button" && e.From > pages.From && e.To <= pages.To && e.Click > 0).ToList();
            if (buttons.Count == 2)
            {
                (_back, _on) = (buttons[0].Click, buttons[1].Click);
                Ready.TrySetResult();
            }
        }
    }
}
