using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AutoPortal.Kernel.Data;

/// <summary>What holds for every entity of every module: key (tenant_id, id), snake_case, named filters, grants and partitions.</summary>
internal static class ModuleModel
{
    /// <summary>Table annotation: the application role may only select and insert.</summary>
    public const string AppendOnly = "Portal:AppendOnly";

    /// <summary>Table annotation: range-partitioned by id.</summary>
    public const string Partitioned = "Portal:Partitioned";

    private static readonly MethodInfo FilterTenantOf = typeof(ModuleModel).GetMethod(nameof(FilterTenant), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Apply(ModelBuilder model, ModuleDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            if (typeof(TenantEntity).IsAssignableFrom(entity.ClrType) && entity.BaseType is null)
            {
                var builder = model.Entity(entity.ClrType);
                builder.HasKey(nameof(TenantEntity.TenantId), nameof(TenantEntity.Id));
                builder.Property(nameof(TenantEntity.Id)).ValueGeneratedNever();
                FilterTenantOf.MakeGenericMethod(entity.ClrType).Invoke(null, [builder, db]);
            }

            foreach (var (attribute, annotation) in new[] { (typeof(AppendOnlyAttribute), AppendOnly), (typeof(PartitionedByMonthAttribute), Partitioned) })
            {
                if (entity.ClrType.IsDefined(attribute, inherit: false))
                {
                    entity.SetAnnotation(annotation, true);
                }
            }

            if (entity.ClrType.IsDefined(typeof(PartitionedByDayAttribute), inherit: false))
            {
                entity.SetAnnotation(Partitioned, true);
                entity.SetComment(Migrating.DayPartitions.Comment);
            }
        }

        foreach (var entity in model.Model.GetEntityTypes())
        {
            SnakeCaseNames.Apply(entity);
        }
    }

    public static string SnakeCase(string name) => SnakeCaseNames.Of(name);

    private static void FilterTenant<T>(EntityTypeBuilder builder, ModuleDb db) where T : TenantEntity
    {
        var typed = (EntityTypeBuilder<T>)Activator.CreateInstance(typeof(EntityTypeBuilder<T>), builder.Metadata)!;
        typed.HasQueryFilter(ModuleDb.TenantFilter, (Expression<Func<T, bool>>)(row => row.TenantId == db.ScopeTenantId));

        var dealer = typeof(IDealerScoped).IsAssignableFrom(typeof(T));
        var own = typeof(IOwnScoped).IsAssignableFrom(typeof(T));
        if (dealer && own)
        {
            typed.HasQueryFilter(ModuleDb.ReachFilter, (Expression<Func<T, bool>>)(row =>
                (db.ScopeSeesAllDealers || (EF.Property<Guid?>(row, nameof(IDealerScoped.DealerId)) != null && db.ScopeDealerIds.Contains(EF.Property<Guid?>(row, nameof(IDealerScoped.DealerId))!.Value)))
                && (db.ScopeSeesAllOwners || EF.Property<Guid?>(row, nameof(IOwnScoped.OwnerId)) == db.ScopeUserId)));
        }
        else if (dealer)
        {
            typed.HasQueryFilter(ModuleDb.ReachFilter, (Expression<Func<T, bool>>)(row =>
                db.ScopeSeesAllDealers || (EF.Property<Guid?>(row, nameof(IDealerScoped.DealerId)) != null && db.ScopeDealerIds.Contains(EF.Property<Guid?>(row, nameof(IDealerScoped.DealerId))!.Value))));
        }
        else if (own)
        {
            typed.HasQueryFilter(ModuleDb.ReachFilter, (Expression<Func<T, bool>>)(row =>
                db.ScopeSeesAllOwners || EF.Property<Guid?>(row, nameof(IOwnScoped.OwnerId)) == db.ScopeUserId));
        }
    }
}
