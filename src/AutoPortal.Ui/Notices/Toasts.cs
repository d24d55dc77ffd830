namespace AutoPortal.Ui.Notices;

/// <summary>Short messages at the foot of the screen: what was done, and a way back.</summary>
public sealed class Toasts(TimeProvider clock) : IDisposable
{
    /// <summary>How long a message stays, and so how long it can be undone.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(8);

    // More would cover the screen; the oldest gives way.
    private const int Most = 4;

    private readonly List<Toast> _shown = [];
    private readonly Dictionary<Toast, ITimer> _timers = [];
    private readonly Lock _gate = new();

    /// <summary>Raised after any change, from any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Messages on screen, oldest first.</summary>
    public IReadOnlyList<Toast> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>Shows a message for <see cref="Stay"/>.</summary>
    /// <param name="text">One sentence in the person's language.</param>
    /// <param name="kind">How it went.</param>
    /// <param name="undo">Takes the act back; offered as a button while the message stays.</param>
    public void Show(string text, ToastKind kind = ToastKind.Done, Func<Task>? undo = null)
    {
        var toast = new Toast(text, kind, undo);
        lock (_gate)
        {
            if (_shown.Count == Most)
            {
                Drop(_shown[0]);
            }

            _shown.Add(toast);
            _timers[toast] = clock.CreateTimer(_ => Dismiss(toast), null, Stay, Timeout.InfiniteTimeSpan);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Stops the clock of every message while the person points at one.</summary>
    public void Hold() => SetClocks(Timeout.InfiniteTimeSpan);

    /// <summary>Starts the clocks again.</summary>
    public void Release() => SetClocks(Stay);

    /// <summary>Takes a message away.</summary>
    public void Dismiss(Toast toast)
    {
        lock (_gate)
        {
            Drop(toast);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Values)
            {
                timer.Dispose();
            }

            _timers.Clear();
            _shown.Clear();
        }
    }

    private void SetClocks(TimeSpan due)
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Values)
            {
                timer.Change(due, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Drop(Toast toast)
    {
        _shown.Remove(toast);
        if (_timers.Remove(toast, out var timer))
        {
            timer.Dispose();
        }
    }
}

/// <summary>A message on screen.</summary>
public sealed class Toast(string text, ToastKind kind, Func<Task>? undo)
{
    /// <summary>What is said.</summary>
    public string Text { get; } = text;

    /// <summary>How it went.</summary>
    public ToastKind Kind { get; } = kind;

    /// <summary>Takes the act back, where that is possible.</summary>
    public Func<Task>? Undo { get; } = undo;
}

/// <summary>How what a message reports went.</summary>
public enum ToastKind
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Something to know.</summary>
    Note,

    /// <summary>It was refused; the text says what to do.</summary>
    Warning,

    /// <summary>It failed.</summary>
    Failed,
}
