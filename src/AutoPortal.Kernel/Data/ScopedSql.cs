#pragma warning disable RS0030 // This is the one place where hand-written SQL is run: it adds the tenant and dealer predicates.
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AutoPortal.Kernel.Data;

/// <summary>
/// Hand-written SQL inside a module's transaction. The text names where the scope applies and is refused without it:
/// <c>{tenant:l}</c> → <c>l.tenant_id = @scope_tenant</c>; <c>{reach:l}</c> → tenant and dealer predicates, and the owner's where only own rows are seen
/// (columns <c>dealer_id</c>, <c>owner_id</c> unless named as <c>{reach:l,dealer_column,owner_column}</c>); <c>{tenant_id}</c> → the value, for inserts.
/// </summary>
public sealed partial class ScopedSql(ModuleDb db)
{
    /// <summary>Rows in the order of the query.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken ct)
        => (await (await OpenAsync(ct)).QueryAsync<T>(Command(sql, args, ct))).AsList();

    /// <summary>The first row, or the default.</summary>
    public async Task<T?> FirstOrDefaultAsync<T>(string sql, object? args, CancellationToken ct)
        => await (await OpenAsync(ct)).QueryFirstOrDefaultAsync<T>(Command(sql, args, ct));

    /// <summary>How many rows were changed.</summary>
    public async Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct)
        => await (await OpenAsync(ct)).ExecuteAsync(Command(sql, args, ct));

    [GeneratedRegex(@"\{(?<kind>tenant|reach)(?::(?<alias>[a-z_][a-z0-9_]*)?(?:,(?<dealer>[a-z_]+))?(?:,(?<owner>[a-z_]+))?)?\}|\{tenant_id\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();

    internal static string Expand(string sql, bool seesAllDealers, bool seesOwnOnly)
    {
        if (!Places().IsMatch(sql))
        {
            throw new InvalidOperationException("Hand-written SQL must say where the scope applies: {tenant:alias}, {reach:alias} or {tenant_id}.");
        }

        return Places().Replace(sql, place =>
        {
            if (!place.Groups["kind"].Success)
            {
                return "@scope_tenant";
            }

            var prefix = place.Groups["alias"].Success && place.Groups["alias"].Length > 0 ? place.Groups["alias"].Value + "." : "";
            var predicate = $"{prefix}tenant_id = @scope_tenant";
            if (place.Groups["kind"].Value == "reach" && !seesAllDealers)
            {
                predicate += $" and {prefix}{Or(place, "dealer", "dealer_id")} = any(@scope_dealers)";
                if (seesOwnOnly && place.Groups["owner"].Value != "none")
                {
                    predicate += $" and {prefix}{Or(place, "owner", "owner_id")} = @scope_user";
                }
            }

            return predicate;
        });
    }

    private static string Or(Match place, string group, string fallback) => place.Groups[group].Success ? place.Groups[group].Value : fallback;

    private CommandDefinition Command(string sql, object? args, CancellationToken ct)
    {
        var scope = db.Scope;
        var parameters = new DynamicParameters(args);
        parameters.Add("scope_tenant", scope.TenantId);
        parameters.Add("scope_dealers", scope.DealerIds.ToArray());
        parameters.Add("scope_user", scope.UserId ?? Guid.Empty);
        return new CommandDefinition(Expand(sql, scope.SeesAllDealers, scope.SeesOwnOnly), parameters, db.Database.CurrentTransaction?.GetDbTransaction(), cancellationToken: ct);
    }

    private async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        if (db.IsDone)
        {
            throw new InvalidOperationException($"{db.GetType().Name} was saved: a context lives for one operation.");
        }

        var connection = db.Database.GetDbConnection();
        if (!db.IsTenantSet)
        {
            db.IsTenantSet = true;
            await connection.ExecuteAsync(new CommandDefinition(TenantInterceptor.SetTenant(db.Scope.TenantId), transaction: db.Database.CurrentTransaction?.GetDbTransaction(), cancellationToken: ct));
        }

        return connection;
    }
}

/// <summary>Reaches <see cref="ScopedSql"/> from a context.</summary>
public static class ScopedSqlSetup
{
    /// <summary>Hand-written SQL in this context's transaction and scope.</summary>
    public static ScopedSql Sql(this ModuleDb db) => new(db);
}
