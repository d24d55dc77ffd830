using System.Text.Json;
using AutoPortal.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Audit;

/// <summary>Turns the tracked changes of one save into audit entries.</summary>
internal static class AuditTrail
{
    public delegate AuditEntry NewEntry(string action, string entity, Guid entityId, string? before, string? after);

    public static List<AuditEntry> Of(ChangeTracker changes, NewEntry newEntry)
    {
        var entries = new List<AuditEntry>();
        foreach (var row in changes.Entries<TenantEntity>())
        {
            if (row.State is EntityState.Unchanged or EntityState.Detached || row.Metadata.ClrType.IsDefined(typeof(NotAuditedAttribute), inherit: true)
                || (row.State is EntityState.Modified && row.Properties.Where(p => p.IsModified).All(p => IsSilent(p.Metadata))))
            {
                continue;
            }

            var name = ModuleModel.SnakeCase(row.Metadata.ClrType.Name);
            entries.Add(row.State switch
            {
                EntityState.Added => newEntry("added", name, row.Entity.Id, null, Values(row, p => true, p => p.CurrentValue)),
                EntityState.Deleted => newEntry("deleted", name, row.Entity.Id, Values(row, p => true, p => p.OriginalValue), null),
                _ => newEntry("changed", name, row.Entity.Id, Values(row, p => p.IsModified, p => p.OriginalValue), Values(row, p => p.IsModified, p => p.CurrentValue)),
            });
        }

        return entries;
    }

    /// <summary>Rows that a batch of an import added: one entry for all of them, under its run.</summary>
    public static IEnumerable<AuditEntry> OfImported(IEntityType type, int rows, Guid runId, NewEntry newEntry)
        => type.ClrType.IsDefined(typeof(NotAuditedAttribute), inherit: true) ? [] : [newEntry("imported", ModuleModel.SnakeCase(type.ClrType.Name), runId, null, JsonSerializer.Serialize(new { rows }))];

    /// <summary>Rows that were added without being tracked.</summary>
    public static IEnumerable<AuditEntry> OfAdded<T>(IEntityType type, IReadOnlyCollection<T> rows, NewEntry newEntry) where T : TenantEntity
    {
        if (type.ClrType.IsDefined(typeof(NotAuditedAttribute), inherit: true))
        {
            return [];
        }

        var name = ModuleModel.SnakeCase(type.ClrType.Name);
        var properties = type.GetProperties().Where(p => !p.IsPrimaryKey() && !IsSilent(p) && !p.IsShadowProperty() && p.ClrType != typeof(byte[])).Select(p => (p, Column: p.GetColumnName(), Getter: p.GetGetter())).ToList();
        return rows.Select(row => newEntry("added", name, row.Id, null, JsonSerializer.Serialize(properties
            .Select(p => (p.p, p.Column, Value: p.Getter.GetClrValue(row)))
            .Where(v => v.Value is not null)
            .ToDictionary(v => v.Column, v => IsPersonal(v.p) ? Mask(v.Value) : v.Value))));
    }

    private static string Values(EntityEntry row, Func<PropertyEntry, bool> include, Func<PropertyEntry, object?> value)
        => JsonSerializer.Serialize(row.Properties
            .Where(p => include(p) && !p.Metadata.IsPrimaryKey() && !IsSilent(p.Metadata) && value(p) is not null && value(p) is not byte[])
            .ToDictionary(p => p.Metadata.GetColumnName(), p => IsPersonal(p.Metadata) ? Mask(value(p)) : AsStored(p.Metadata, value(p))));

    /// <summary>No act of a person changes it.</summary>
    internal static bool IsSilent(IReadOnlyProperty property) => property.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), inherit: true) ?? false;

    private static bool IsPersonal(IReadOnlyProperty property) => property.PropertyInfo?.IsDefined(typeof(PersonalAttribute), inherit: true) ?? false;

    private static object? Mask(object? value) => value is string { Length: > 0 } text ? text[..1] + "**" : null;

    // As the column holds it: a state reads as its word, not as a number of the code.
    private static object? AsStored(IProperty property, object? value)
        => property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
