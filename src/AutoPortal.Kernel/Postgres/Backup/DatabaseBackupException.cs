namespace AutoPortal.Kernel.Postgres.Backup;

/// <summary>The database cannot be backed up or restored; the message is one line that says why. Nothing was changed.</summary>
public sealed class DatabaseBackupException : Exception
{
    /// <summary>Says nothing; only for serializers.</summary>
    public DatabaseBackupException()
    {
    }

    /// <param name="message">One line: why, and what to do.</param>
    public DatabaseBackupException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line: why, and what to do.</param>
    /// <param name="innerException">What the database or the file system said.</param>
    public DatabaseBackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
