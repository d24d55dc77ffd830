namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>What somebody types, and when it is time to save it: after a pause, when they leave the field, or now and then while they go on. What comes from elsewhere waits until then.</summary>
internal sealed class TypedText(TimeProvider clock, Func<string, Task> save) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private ITimer? _timer;
    private long _began;
    private string _stored = "";

    public string Text { get; private set; } = "";

    public bool IsWaiting { get; private set; }

    /// <summary>What is stored now.</summary>
    public void Show(string stored)
    {
        // A refused value stays as it was typed until the stored one really changes.
        if (!IsWaiting && !string.Equals(stored, _stored, StringComparison.Ordinal))
        {
            Text = stored;
        }

        _stored = stored;
    }

    public void Type(string text, Func<Func<Task>, Task> onScreen)
    {
        Text = text;
        if (!IsWaiting)
        {
            IsWaiting = true;
            _began = clock.GetTimestamp();
        }

        _timer ??= clock.CreateTimer(_ => _ = onScreen(FlushAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var left = Math.Max(0, (Longest - clock.GetElapsedTime(_began)).Ticks);
        _timer.Change(TimeSpan.FromTicks(Math.Min(left, Pause.Ticks)), Timeout.InfiniteTimeSpan);
    }

    public async Task FlushAsync()
    {
        if (IsWaiting)
        {
            IsWaiting = false;
            await save(Text);
        }
    }

    public void Dispose() => _timer?.Dispose();
}
