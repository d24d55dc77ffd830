namespace AutoPortal.Kernel.Postgres;

/// <summary>The embedded server cannot be had; the message is one line that says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Says nothing; only for serializers.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <param name="message">One line: why, and what to do.</param>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line: why, and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
