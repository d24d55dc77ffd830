using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AutoPortal.Kernel.Data;

/// <summary>
/// Tells PostgreSQL the tenant with the first command of each transaction, for row-level security.
/// <c>SET LOCAL</c> rides in front of a query, so that it costs no round trip; a save runs it alone, because EF counts the statements of a batch.
/// </summary>
internal sealed class TenantInterceptor : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, eventData, cancellationToken);
        return result;
    }

    internal static string SetTenant(Guid tenantId) => $"SET LOCAL app.tenant = '{tenantId}';";

    private static async Task PrepareAsync(DbCommand command, CommandEventData eventData, CancellationToken ct)
    {
        if (eventData.Context is not ModuleDb db || eventData.CommandSource == CommandSource.Migrations)
        {
            return;
        }

        if (db.IsDone)
        {
            throw new InvalidOperationException($"{db.GetType().Name} was saved: a context lives for one operation.");
        }

        if (db.IsTenantSet || !db.Scope.IsEntered)
        {
            return;
        }

        db.IsTenantSet = true;
        if (eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery)
        {
            command.CommandText = SetTenant(db.Scope.TenantId) + "\n" + command.CommandText;
            return;
        }

        await using var set = command.Connection!.CreateCommand();
        set.Transaction = command.Transaction;
        set.CommandText = SetTenant(db.Scope.TenantId);
        await set.ExecuteNonQueryAsync(ct);
    }
}
