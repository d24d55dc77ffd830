using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Data;

internal sealed class ActivitiesDb(DbContextOptions<ActivitiesDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "activities";

    public override string SchemaName => Schema;

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<ActivitySession> Sessions => Set<ActivitySession>();

    public DbSet<SessionQuota> Quotas => Set<SessionQuota>();

    public DbSet<WaitingOffer> Offers => Set<WaitingOffer>();

    public DbSet<ActivityStep> ActivitySteps => Set<ActivityStep>();

    public DbSet<SignUpStep> SignUpSteps => Set<SignUpStep>();

    public DbSet<GateAct> GateActs => Set<GateAct>();

    public DbSet<SignUpMessage> Messages => Set<SignUpMessage>();
}

internal sealed class ActivitiesDesign() : ModuleDbDesign<ActivitiesDb>(ActivitiesDb.Schema);
