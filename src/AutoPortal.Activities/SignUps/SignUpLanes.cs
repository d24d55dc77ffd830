using AutoPortal.Activities.Contracts;
using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoPortal.Activities.SignUps;

/// <summary>
/// One writer for each activity and node: while it commits, the next sign-ups gather, and all of them go with the next commit.
/// A poster is answered only after the commit that holds the sign-up.
/// </summary>
internal sealed partial class SignUpLanes(ScopeRunner scopes, IOptions<ActivitiesOptions> options, TimeProvider clock, ILogger<SignUpLanes> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Tenant, Guid Activity), Queue<WaitingSignUp>> _lanes = [];

    /// <summary>Waits for a turn and for the commit.</summary>
    /// <exception cref="OperationCanceledException">The poster left; what was already being stored may have been stored.</exception>
    public Task<SignUpAnswer> StoreAsync(Guid tenantId, SignUpAccepted signUp, CancellationToken ct) => StoreAsync(tenantId, signUp, "{}", ct);

    /// <summary>The same with answers to the kind's questions, as JSON.</summary>
    public async Task<SignUpAnswer> StoreAsync(Guid tenantId, SignUpAccepted signUp, string answers, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var waiting = new WaitingSignUp(tenantId, signUp, answers);
        Enqueue((tenantId, signUp.ActivityId), waiting);
        try
        {
            return await waiting.Answer.WaitAsync(options.Value.SignUpWaitsFor, clock, ct);
        }
        catch (TimeoutException) when (waiting.TryWithdraw())
        {
            return SignUpAnswer.Refused(ActivityRefusals.IsBusy);
        }
        catch (TimeoutException)
        {
            // It is in a batch, which has its own limit: the answer is near, and only the answer is true.
            return await waiting.Answer.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            waiting.TryWithdraw();
            throw;
        }
    }

    private void Enqueue((Guid Tenant, Guid Activity) key, WaitingSignUp waiting)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(key, out var lane))
            {
                lane.Enqueue(waiting);
                return;
            }

            _lanes[key] = new([waiting]);
        }

        // Not under the first poster's trace or culture: the batch belongs to all of them.
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => WriteAsync(key));
        }
    }

    private async Task WriteAsync((Guid Tenant, Guid Activity) key)
    {
        while (Take(key) is { } batch)
        {
            await StoreAsync(key, batch);
        }
    }

    /// <returns>The next ones in line, perhaps none of them still wanted; null where the lane is empty and closed.</returns>
    private List<WaitingSignUp>? Take((Guid Tenant, Guid Activity) key)
    {
        lock (_gate)
        {
            var lane = _lanes[key];
            if (lane.Count == 0)
            {
                _lanes.Remove(key);
                return null;
            }

            var batch = new List<WaitingSignUp>();
            while (batch.Count < options.Value.SignUpsPerBatch && lane.TryDequeue(out var next))
            {
                if (next.TryTake())
                {
                    batch.Add(next);
                }
            }

            return batch;
        }
    }

    private async Task StoreAsync((Guid Tenant, Guid Activity) key, IReadOnlyList<WaitingSignUp> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            var answers = await RunAsync(key, batch);
            foreach (var (waiting, answer) in batch.Zip(answers))
            {
                waiting.Reply(answer);
            }
        }
        catch (Exception fault) when (IsOfTheData(fault))
        {
            await PartAsync(key, batch, fault);
        }
#pragma warning disable CA1031 // The fault belongs to the posters: each one's own edge logs and answers it, and the lane goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var waiting in batch)
            {
                // A cancellation would look as if the poster had left.
                waiting.Fail(fault is OperationCanceledException ? new TimeoutException($"Storing sign-ups of activity {key.Activity} took too long.", fault) : fault);
            }
        }
    }

    // Halved until the one that cannot be stored stands alone; the others do not pay for it.
    private async Task PartAsync((Guid Tenant, Guid Activity) key, IReadOnlyList<WaitingSignUp> batch, Exception fault)
    {
        if (batch is [var alone])
        {
            NotStored(fault, key.Activity, key.Tenant);
            alone.Reply(SignUpAnswer.Refused(ActivityRefusals.CannotBeStored));
            return;
        }

        await StoreAsync(key, [.. batch.Take(batch.Count / 2)]);
        await StoreAsync(key, [.. batch.Skip(batch.Count / 2)]);
    }

    private async Task<IReadOnlyList<SignUpAnswer>> RunAsync((Guid Tenant, Guid Activity) key, IReadOnlyList<WaitingSignUp> batch)
    {
        using var limit = new CancellationTokenSource(options.Value.SignUpBatchWithin, clock);
        IReadOnlyList<SignUpAnswer> answers = [];
        await scopes.RunAsync(
            new ScopeFacts(key.Tenant, "", Reach.Consumer) { Origin = nameof(SignUpLanes) },
            async (services, ct) => answers = await services.GetRequiredService<StoreSignUps>().RunAsync(key.Activity, batch, ct),
            limit.Token);
        return answers;
    }

    /// <summary>Classes of SQL states that speak of the values: unfit data, broken constraints, limits of the program.</summary>
    private static bool IsOfTheData(Exception fault)
        => (fault as PostgresException ?? fault.InnerException as PostgresException)?.SqlState is ['2', '2' or '3', ..] or ['5', '4', ..];

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-up for activity {ActivityId} of {TenantId} cannot be stored; the others of its batch were")]
    private partial void NotStored(Exception fault, Guid activityId, Guid tenantId);
}
