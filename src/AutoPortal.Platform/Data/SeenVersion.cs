using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Data;

/// <summary>The version of a row that a person read before they edited it.</summary>
internal static class SeenVersion
{
    private const string Column = "Version";

    /// <summary>The save is refused where somebody else saved the row since then.</summary>
    public static void Expect(this DbContext db, TenantEntity row, uint seen) => db.Entry(row).Property<uint>(Column).OriginalValue = seen;

    public static uint VersionOf(this DbContext db, TenantEntity row) => db.Entry(row).Property<uint>(Column).CurrentValue;
}
