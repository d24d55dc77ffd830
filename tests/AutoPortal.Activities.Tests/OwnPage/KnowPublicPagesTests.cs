using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AutoPortal.Activities.Tests.OwnPage;

public sealed class KnowPublicPagesTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Activities_from_before_keep_the_public_page_they_had_and_are_asked_about()
    {
        await using var tenant = activities.Tenant();
        var paged = Make.Activity(Make.Plan() with { Slug = "paged" });
        paged.ShowOn(Make.Id());
        await tenant.SaveAsync<ActivitiesDb>(paged);
        await tenant.RunningAsync(Make.Plan() with { Slug = "bare" });
        await using var owner = new ModuleDbEntry(typeof(ActivitiesDb), ActivitiesDb.Schema).CreateFor(activities.Database.Connections.PortalOwner);
        var migrator = owner.GetService<IMigrator>();
        await migrator.MigrateAsync("AddTheDoor");

        await migrator.MigrateAsync();

        var stored = await tenant.ReadAsync<ActivitiesDb, List<Activity>>(db => db.Activities.AsNoTracking().OrderBy(a => a.Slug).ToListAsync());
        stored.Select(a => (a.Slug, a.IsPagePublic, a.PageToldAt)).ShouldBe([("bare", false, (DateTimeOffset?)null), ("paged", true, null)]);
    }
}
