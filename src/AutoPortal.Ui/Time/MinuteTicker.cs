namespace AutoPortal.Ui.Time;

/// <summary>One beat a minute for all times on a circuit's screen, so that "3 minutes ago" does not stand still.</summary>
public sealed class MinuteTicker(TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private Action? _listeners;
    private ITimer? _timer;

    /// <summary>Calls back every minute until <see cref="Leave"/>; from a timer's thread.</summary>
    public void Join(Action listener)
    {
        lock (_gate)
        {
            _listeners += listener;
            _timer ??= clock.CreateTimer(_ => Beat(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Stops calling back.</summary>
    public void Leave(Action listener)
    {
        lock (_gate)
        {
            _listeners -= listener;
            if (_listeners is null)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Beat() => _listeners?.Invoke();
}
