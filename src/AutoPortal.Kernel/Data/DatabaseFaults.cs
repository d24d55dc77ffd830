using AutoPortal.Kernel.Imports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AutoPortal.Kernel.Data;

/// <summary>Tells faults of the moment from faults of the house.</summary>
public static class DatabaseFaults
{
    /// <summary>Whether the same work may succeed a moment later: the server restarts, a lock was lost, somebody saved first. EF wraps what the server says.</summary>
    public static bool IsPassing(Exception fault)
        => fault is ImportInterruptedException or TimeoutException or NpgsqlException { IsTransient: true }
            || (fault.InnerException is { } inner && IsPassing(inner));

    /// <summary>Whether somebody else's row has what must be there once.</summary>
    public static bool IsUniqueViolation(this DbUpdateException fault) => Is(fault, PostgresErrorCodes.UniqueViolation);

    /// <summary>Whether a row is held by others, or holds one that is gone.</summary>
    public static bool IsForeignKeyViolation(this DbUpdateException fault) => Is(fault, PostgresErrorCodes.ForeignKeyViolation);

    private static bool Is(DbUpdateException fault, string state) => fault.InnerException is PostgresException told && told.SqlState == state;
}
