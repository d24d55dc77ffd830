using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Data;

internal sealed class LeadsDb(DbContextOptions<LeadsDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "leads";

    public override string SchemaName => Schema;

    /// <summary>What is written now happened long ago: it is stored, and nobody is told (only live acts go through the outbox).</summary>
    public bool IsHistory { get; set; }

    /// <summary>What is written now is stored, and nobody is told: many leads of a file are no news to an advisor.</summary>
    public bool IsQuiet { get; set; }

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<BlockedContact> BlockedContacts => Set<BlockedContact>();

    public DbSet<CleaningRuleSet> CleaningRuleSets => Set<CleaningRuleSet>();

    public DbSet<CleaningAlias> CleaningAliases => Set<CleaningAlias>();

    public DbSet<CleaningReplay> CleaningReplays => Set<CleaningReplay>();

    public DbSet<VerificationCall> VerificationCalls => Set<VerificationCall>();

    public DbSet<UnknownWord> UnknownWords => Set<UnknownWord>();

    public DbSet<ServiceLevels> ServiceLevels => Set<ServiceLevels>();

    public DbSet<ClockBreach> ClockBreaches => Set<ClockBreach>();

    public DbSet<LeadNameToken> NameTokens => Set<LeadNameToken>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ImportTables.Map(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }

    /// <summary>Tells others with the next save, unless this is history or done quietly.</summary>
    public void Tell(IntegrationEvent happened)
    {
        if (!IsHistory && !IsQuiet)
        {
            Publish(happened);
        }
    }

    /// <summary>Clocks and waiting lists move leads by themselves: one of a file that nobody else touched can still be taken back with it.</summary>
    public void IsHouseKeeping() => LetImportsFollow(row => (row as Lead)?.ImportRunId);

    /// <summary>A lead with what its rules look at: the plans that are still open.</summary>
    public Task<Lead?> FindForWorkAsync(Guid leadId, CancellationToken ct)
        => Leads.Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null)).SingleOrDefaultAsync(l => l.Id == leadId, ct);
}

internal sealed class LeadsDbDesign() : ModuleDbDesign<LeadsDb>(LeadsDb.Schema);
