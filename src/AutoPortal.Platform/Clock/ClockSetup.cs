using AutoPortal.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace AutoPortal.Platform.Clock;

/// <summary>The house's clock: Quartz, clustered over its tables in <c>platform_shared</c>, so that each start happens on one node.</summary>
public static class ClockSetup
{
    /// <summary>Starts every registered job again and again; for serving nodes only.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        var jobs = services.Where(s => s.ServiceType == typeof(JobEntry)).Select(s => (JobEntry)s.ImplementationInstance!).ToList();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "autoportal";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options => options.TablePrefix = QuartzTables.Prefix);
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
                store.UseClustering();
            });
            foreach (var job in jobs)
            {
                quartz.ScheduleJob<HouseJob>(
                    trigger => trigger.WithIdentity(job.Name).WithSimpleSchedule(job.Every),
                    detail => detail.WithIdentity(job.Name));
            }
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        return services;
    }
}
