using System.Collections.Concurrent;
using System.Threading.Channels;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AutoPortal.Platform.Lines;

/// <summary>
/// Works on what tenants have put in line, one thing of a tenant at a time: woken by the word that one waits, swept for what another node left.
/// For serving nodes only: verbs never run it.
/// </summary>
internal abstract partial class LineWorker(LineHabits habits, ILiveBus live, ITenantDirectory tenants, ScopeRunner scopes, TimeProvider clock, ILogger log) : BackgroundService
{
    // A lease that ends this moment is over for certain a moment later.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private readonly Channel<(Guid Tenant, Guid Item)> _line = Channel.CreateUnbounded<(Guid, Guid)>();
    private readonly ConcurrentDictionary<Guid, byte> _atWork = [];

    /// <summary>Names this node's worker.</summary>
    protected Guid Worker { get; } = Ids.New(clock);

    /// <summary>Does the work, where it still waits and nobody else has it.</summary>
    protected abstract Task RunAsync(Guid tenant, Guid item, CancellationToken ct);

    /// <summary>Tells the person that the house broke it.</summary>
    protected abstract Task FailAsync(Guid tenant, Guid item, CancellationToken ct);

    /// <summary>What waits or is at work, the oldest first.</summary>
    protected abstract IQueryable<InLine> WaitingIn(PlatformDb db);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = live.SubscribeAll(habits.Topic, word =>
        {
            if (Guid.TryParse(word.Payload, out var item))
            {
                _line.Writer.TryWrite((word.TenantId, item));
            }

            return Task.CompletedTask;
        });
        await Task.WhenAll(Enumerable.Range(0, habits.Workers).Select(_ => WorkAsync(stoppingToken)).Append(SweepAsync(stoppingToken)));
    }

    /// <summary>Looks at the tables of a tenant as the house.</summary>
    protected Task AsHouseAsync(Guid tenant, Func<PlatformDb, IServiceProvider, CancellationToken, Task> work, CancellationToken ct)
        => scopes.RunAsync(tenant, habits.Origin, async (services, stop) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(stop);
            await work(db, services, stop);
        }, ct);

    private async Task WorkAsync(CancellationToken ct)
    {
        await foreach (var (tenant, item) in _line.Reader.ReadAllAsync(ct))
        {
            // What finds its tenant busy is offered again when that is done.
            if (!_atWork.TryAdd(tenant, 0))
            {
                continue;
            }

            try
            {
                await RunGuardedAsync(tenant, item, ct);
            }
            finally
            {
                _atWork.TryRemove(tenant, out _);
            }

            await OfferedAsync(tenant, ct);
        }
    }

#pragma warning disable CA1031 // The fault of one must not stop the line of all; the person gets a reference, the log the reason.
    private async Task RunGuardedAsync(Guid tenant, Guid item, CancellationToken ct)
    {
        try
        {
            await RunAsync(tenant, item, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Interrupted(fault, habits.Origin, item);
            // What the database does not do now is tried again by the sweep, once the lease has run out.
            if (!DatabaseFaults.IsPassing(fault))
            {
                await ToldAsync(tenant, item, ct);
            }
        }
    }

    private async Task ToldAsync(Guid tenant, Guid item, CancellationToken ct)
    {
        try
        {
            await FailAsync(tenant, item, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Interrupted(fault, habits.Origin, item);
        }
    }
#pragma warning restore CA1031

    private async Task SweepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = habits.SweepEvery;
            try
            {
                foreach (var tenant in await tenants.ListAsync(ct))
                {
                    var lease = await OfferNextAsync(tenant.Id, ct) - clock.GetUtcNow() + Moment;
                    wait = lease < wait ? lease.Value : wait;
                }
            }
            catch (Exception fault) when (IsOfTheDatabase(fault))
            {
                SweepFailed(fault, habits.Origin);
            }

            await Task.Delay(wait > Moment ? wait : Moment, clock, ct);
        }
    }

    private async Task OfferedAsync(Guid tenant, CancellationToken ct)
    {
        try
        {
            await OfferNextAsync(tenant, ct);
        }
        catch (Exception fault) when (IsOfTheDatabase(fault))
        {
            SweepFailed(fault, habits.Origin);
        }
    }

    /// <returns>When the lease of another worker ends, which may be dead: the sweep looks again then.</returns>
    private async Task<DateTimeOffset?> OfferNextAsync(Guid tenant, CancellationToken ct)
    {
        DateTimeOffset? lease = null;
        await AsHouseAsync(tenant, async (db, _, stop) =>
        {
            var now = clock.GetUtcNow();
            var inLine = await WaitingIn(db).ToListAsync(stop);
            if (inLine.Find(i => i.LeaseUntil is null || i.LeaseUntil <= now) is { } next)
            {
                _line.Writer.TryWrite((tenant, next.Id));
            }

            lease = inLine.Where(i => i.LeaseBy != Worker && i.LeaseUntil > now).Min(i => i.LeaseUntil);
        }, ct);
        return lease;
    }

    private static bool IsOfTheDatabase(Exception fault) => fault is NpgsqlException || DatabaseFaults.IsPassing(fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Origin} {Item} was interrupted")]
    private partial void Interrupted(Exception fault, string origin, Guid item);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for each {Origin} failed; again soon")]
    private partial void SweepFailed(Exception fault, string origin);
}

/// <summary>How a line is worked on.</summary>
/// <param name="Origin">Names the work, in scopes and in the log.</param>
/// <param name="Topic">The word that one waits; its id is the payload.</param>
/// <param name="Workers">At work at once on a node.</param>
/// <param name="SweepEvery">How often to look for what nobody said a word of.</param>
internal sealed record LineHabits(string Origin, string Topic, int Workers, TimeSpan SweepEvery);

/// <summary>Something that waits or is at work.</summary>
/// <param name="Id">Which one.</param>
/// <param name="LeaseBy">The worker that has it, or null.</param>
/// <param name="LeaseUntil">For how long that is believed.</param>
internal sealed record InLine(Guid Id, Guid? LeaseBy, DateTimeOffset? LeaseUntil);
