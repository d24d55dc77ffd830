using AutoPortal.Kernel.Imports;
using Npgsql;

namespace AutoPortal.Kernel.Data;

/// <summary>Tells faults of the moment from faults of the house.</summary>
public static class DatabaseFaults
{
    /// <summary>Whether the same work may succeed a moment later: the server restarts, a lock was lost, somebody saved first. EF wraps what the server says.</summary>
    public static bool IsPassing(Exception fault)
        => fault is ImportInterruptedException or TimeoutException or NpgsqlException { IsTransient: true }
            || (fault.InnerException is { } inner && IsPassing(inner));
}
