using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AutoPortal.Kernel.Data;

/// <summary>Names tables, columns, keys and indexes as PostgreSQL people write them.</summary>
public static class SnakeCaseNames
{
    /// <summary><c>LeadMoves</c> → <c>lead_moves</c>.</summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    /// <summary>Renames everything of the entity type.</summary>
    public static void Apply(IMutableEntityType entity)
    {
        if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
        {
            entity.SetTableName(Of(table));
        }

        foreach (var property in entity.GetProperties())
        {
            // A row version is PostgreSQL's own xmin; naming it would turn it into a column.
            property.SetColumnName(property.ClrType == typeof(uint) && property.IsConcurrencyToken ? "xmin" : Of(property.GetColumnName()));
        }

        foreach (var key in entity.GetKeys())
        {
            key.SetName(Of(key.GetName() ?? ""));
        }

        foreach (var foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName() ?? ""));
        }

        foreach (var index in entity.GetIndexes())
        {
            index.SetDatabaseName(Of(index.GetDatabaseName() ?? ""));
        }
    }
}
