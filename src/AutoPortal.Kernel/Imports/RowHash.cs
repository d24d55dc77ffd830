using AutoPortal.Kernel.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Imports;

/// <summary>
/// SQL of the hash that tells whether somebody changed a row <c>t</c> since. Empty columns do not count, so that a column added later changes nothing;
/// nor do those marked <see cref="Data.NotAuditedAttribute"/>, which the house moves by itself.
/// </summary>
internal static class RowHash
{
    private const string Whole = "md5(jsonb_strip_nulls(to_jsonb(t))::text)";

    /// <summary>What ledgers hold.</summary>
    public static string Sql(IEntityType type)
        => Silent(type) is { Count: > 0 } silent ? $"md5((jsonb_strip_nulls(to_jsonb(t)) - array[{string.Join(", ", silent.Select(c => $"'{c}'"))}])::text)" : Whole;

    /// <summary>A condition: the row is as this hash says, whether that was made of all columns, as it once was, or of those that people change.</summary>
    public static string IsSame(IEntityType type, string hash) => $"{hash} in ({Sql(type)}, {Whole})";

    private static List<string> Silent(IEntityType type)
    {
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return [.. type.GetProperties().Where(AuditTrail.IsSilent).Select(p => p.GetColumnName(store)!)];
    }
}
