using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Testing.Imports;

/// <summary>Says what a module's tables hold, so that two moments can be compared.</summary>
public static class Checksums
{
    private static readonly string[] Diaries = ["audit_entries", "outbox_messages", "inbox_messages", "import_batches", "import_records", "import_changes"];

    /// <summary>Number of rows and a hash of them for each of this tenant's tables; what only notes what happened is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ChecksumsAsync<TDb>(this TestTenant tenant, params string[] except) where TDb : ModuleDb
    {
        await using var house = tenant.AsSystem();
        return await house.ReadAsync<TDb, IReadOnlyDictionary<string, string>>(async db =>
        {
            var sums = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(Diaries).Except(except))
            {
                sums[table] = (await db.Sql().QueryAsync<string>(
                    $"select count(*) || ' ' || coalesce(md5(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text)), '') from \"{db.SchemaName}\".\"{table}\" t where {{tenant:t}}", null, default)).Single();
            }

            return sums;
        });
    }
}
