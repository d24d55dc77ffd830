namespace AutoPortal.Ui;

/// <summary>How long a component is on a screen. Unlike that of a bare token source, its token may still be read after the end: a word of another screen that arrives late is cancelled, not thrown at whoever is gone.</summary>
public sealed class ScreenLifetime : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Begins.</summary>
    public ScreenLifetime() => Token = _source.Token;

    /// <summary>Cancelled once the component is gone.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the component is gone.</summary>
    public bool HasEnded => Token.IsCancellationRequested;

    /// <summary>Ends it; again does nothing.</summary>
    public void Dispose()
    {
        if (!HasEnded)
        {
            _source.Cancel();
            _source.Dispose();
        }
    }
}
