#pragma warning disable RS0030 // Asks PostgreSQL about roles, no tenant's row.
using Dapper;
using Npgsql;

namespace AutoPortal.Kernel.Data.Migrating;

/// <summary>Refuses to start with an application role that row-level security would not hold.</summary>
public static class ApplicationRoleCheck
{
    /// <summary>Why the role must not serve, in one line, or null where it may.</summary>
    public static async Task<string?> FindFaultAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var role = await connection.QuerySingleAsync<(string Name, bool IsSuper, bool Bypasses, bool Owns)>(new CommandDefinition(
            """
            select r.rolname, r.rolsuper, r.rolbypassrls,
                   exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p'))
            from pg_roles r where r.rolname = current_user
            """, cancellationToken: ct));
        return role switch
        {
            { IsSuper: true } => $"The application role \"{role.Name}\" is a superuser, which bypasses row-level security. Use a role made with NOSUPERUSER NOBYPASSRLS in ConnectionStrings:Portal.",
            { Bypasses: true } => $"The application role \"{role.Name}\" has BYPASSRLS. Run: ALTER ROLE \"{role.Name}\" NOBYPASSRLS.",
            { Owns: true } => $"The application role \"{role.Name}\" owns tables, and owners bypass row-level security. Migrate as ConnectionStrings:PortalOwner and give the tables to that role.",
            _ => null,
        };
    }
}
