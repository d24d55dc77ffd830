using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Data;

internal sealed class PlatformDb(DbContextOptions<PlatformDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "platform";

    public override string SchemaName => Schema;

    public DbSet<Brand> Brands => Set<Brand>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<SubRegion> SubRegions => Set<SubRegion>();

    public DbSet<Dealer> Dealers => Set<Dealer>();

    public DbSet<DealerPlacement> Placements => Set<DealerPlacement>();

    public DbSet<CarSeries> Series => Set<CarSeries>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<DutyShift> Shifts => Set<DutyShift>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<ExportJob> ExportJobs => Set<ExportJob>();

    public DbSet<ExportDownload> ExportDownloads => Set<ExportDownload>();

    public DbSet<ExportSubjects> ExportSubjects => Set<ExportSubjects>();

    public DbSet<ExportRules> ExportRules => Set<ExportRules>();

    private bool SeesAllDealers => Scope.SeesAllDealers;

    private IReadOnlyList<Guid> SeenDealerIds => Scope.DealerIds;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ImportTables.Map(modelBuilder);
        base.OnModelCreating(modelBuilder);

        // A dealer is its own dealer: the kernel's filter asks for a dealer_id column, which would only repeat the id.
        modelBuilder.Entity<Dealer>().HasQueryFilter(ReachFilter, d => SeesAllDealers || SeenDealerIds.Contains(d.Id));
        modelBuilder.Entity<DealerPlacement>().HasQueryFilter(ReachFilter, p => SeesAllDealers || SeenDealerIds.Contains(p.DealerId));
    }
}
