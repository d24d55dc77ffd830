using AutoPortal.Kernel.Jobs;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Platform.Clock;

/// <summary>One start of a job: every tenant gets a batch in turn, until none has more. A tenant with much to do never makes another wait for all of it.</summary>
internal sealed partial class JobRound(ITenantDirectory tenants, ScopeRunner scopes, ILogger<JobRound> log)
{
    public async Task RunAsync(JobEntry job, CancellationToken ct)
    {
        var left = (await tenants.ListAsync(ct)).Where(t => !t.IsSuspended).Select(t => t.Id).ToList();
        while (left.Count > 0)
        {
            var more = new List<Guid>();
            foreach (var tenant in left)
            {
                if (await RunAsync(job, tenant, ct))
                {
                    more.Add(tenant);
                }
            }

            left = more;
        }
    }

    private async Task<bool> RunAsync(JobEntry job, Guid tenant, CancellationToken ct)
    {
        var hasMore = false;
        try
        {
            await scopes.RunAsync(tenant, job.Name, async (services, stop) => hasMore = await job.RunAsync(services, stop), ct);
        }
#pragma warning disable CA1031 // One tenant's fault must not stop the clock of the others; the next start tries again.
        catch (Exception fault) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(fault, job.Name, tenant);
        }

        return hasMore;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed for {TenantId}; the next start tries again")]
    private partial void Failed(Exception fault, string job, Guid tenantId);
}
