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
}

internal sealed class ActivitiesDesign() : ModuleDbDesign<ActivitiesDb>(ActivitiesDb.Schema);
