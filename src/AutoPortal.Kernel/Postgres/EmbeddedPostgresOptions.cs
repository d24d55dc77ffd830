using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoPortal.Kernel.Postgres;

/// <summary>How the embedded server is run; the defaults are those of the portal itself.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>A folder with bin/postgres, lib and share, to be used before all others; null searches the usual places.</summary>
    public string? Binaries { get; init; }

    /// <summary>False trades safety for speed: for a cluster that is thrown away.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Connections the server admits, over all processes that share it.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Longest wait for a server that recovers, or that another process starts or stops.</summary>
    public TimeSpan StartWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Hears what is started, reused and stopped; nothing is ever written to the console.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
