using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Data;

internal sealed class CustomersDb(DbContextOptions<CustomersDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "customers";

    public override string SchemaName => Schema;

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<IdentityKey> IdentityKeys => Set<IdentityKey>();

    public DbSet<BehaviorEvent> BehaviorEvents => Set<BehaviorEvent>();

    public DbSet<ConsentRecord> ConsentRecords => Set<ConsentRecord>();

    public DbSet<CustomerDealer> CustomerDealers => Set<CustomerDealer>();

    public DbSet<NameToken> NameTokens => Set<NameToken>();

    public DbSet<PageEvent> PageEvents => Set<PageEvent>();

    public DbSet<PageCounter> PageCounters => Set<PageCounter>();

    public DbSet<PageVisit> PageVisits => Set<PageVisit>();

    public DbSet<EventSchema> EventSchemas => Set<EventSchema>();

    public DbSet<QuarantinedEvent> QuarantinedEvents => Set<QuarantinedEvent>();

    public DbSet<VisitorLink> VisitorLinks => Set<VisitorLink>();

    /// <summary>Customers that the scope may see: all at HQ, else those linked to one of its dealers (and to the person, where only own rows are seen).</summary>
    public IQueryable<Customer> VisibleCustomers()
        => Scope.SeesAllDealers
            ? Customers.AsNoTracking()
            : Customers.AsNoTracking().Where(c => CustomerDealers.Any(l => l.CustomerId == c.Id));
}

internal sealed class CustomersDesign() : ModuleDbDesign<CustomersDb>(CustomersDb.Schema);
