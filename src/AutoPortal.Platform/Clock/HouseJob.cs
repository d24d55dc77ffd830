using AutoPortal.Kernel.Jobs;
using Quartz;

namespace AutoPortal.Platform.Clock;

/// <summary>What Quartz calls: finds the registered job by name and runs its round. Never twice at once in the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class HouseJob(IEnumerable<JobEntry> jobs, JobRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A node of the release before may not know a job of this one; another node runs it.
        if (jobs.FirstOrDefault(j => j.Name == context.JobDetail.Key.Name) is { } job)
        {
            await round.RunAsync(job, cancellationToken);
        }
    }
}
