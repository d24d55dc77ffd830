using System.Text;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Imports.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Imports;

/// <summary>An administrator who brings files in, and the nodes that work on them.</summary>
internal sealed class Clerk : IAsyncDisposable
{
    public const string Header = "经销商代码,经销商名称,大区,省份,城市,类型";
    private readonly PlatformFixture _platform;

    private Clerk(PlatformFixture platform, Town town, Visitor visitor) => (_platform, Town, Visitor) = (platform, town, visitor);

    public Town Town { get; }

    public Visitor Visitor { get; }

    public static async Task<Clerk> HireAsync(PlatformFixture platform)
    {
        var town = await platform.BuildAsync();
        return new Clerk(platform, town, await Visitor.OfAsync(platform, await town.HireAsync(RoleTemplate.PlatformAdmin, MembershipReach.Tenant, null)));
    }

    public static string Dealers(int count, int from = 1)
        => string.Join('\n', [Header, .. Enumerable.Range(from, count).Select(i => $"N{i:0000},新店{i},北区,上海,上海,4S店")]);

    public async Task<Guid> OrderAsync(string csv, string name = "门店.csv")
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var ordered = await Visitor.Get<OrderImport>().RunAsync("dealers", content, name, default);
        ordered.Refusal.ShouldBeNull();
        return ordered.Value;
    }

    public async Task<Outcome> CheckAsync(Guid run, IReadOnlyList<string?>? columns = null, ImportWishes? wishes = null)
        => await Visitor.Get<CheckImport>().RunAsync(run, columns ?? (await ViewAsync(run)).Run.Columns, wishes ?? new ImportWishes(null, ImportMode.Upsert, false, true), null, default);

    public async Task<ImportView> ViewAsync(Guid run) => (await Visitor.Get<ImportQueries>().ViewAsync(run, default))!;

    public SteerImport Steer => Visitor.Get<SteerImport>();

    /// <summary>A file that was looked at.</summary>
    public async Task<Guid> CheckedAsync(string csv)
    {
        var run = await OrderAsync(csv);
        (await CheckAsync(run)).IsOk.ShouldBeTrue();
        await WorkAsync(run);
        return run;
    }

    /// <summary>A file that was taken in.</summary>
    public async Task<Guid> WrittenAsync(string csv)
    {
        var run = await CheckedAsync(csv);
        (await Steer.ApplyAsync(run, null, default)).IsOk.ShouldBeTrue();
        await WorkAsync(run);
        return run;
    }

    /// <summary>A node works on the run, as the worker of a serving one does.</summary>
    /// <param name="run">The run.</param>
    /// <param name="heard">Called with the number of each word that open screens hear: in a check the first when the rows are counted, then one a batch.</param>
    /// <param name="ct">The node ends.</param>
    /// <returns>Whether it got the lease.</returns>
    public async Task<bool> WorkAsync(Guid run, Action<int>? heard = null, CancellationToken ct = default)
    {
        var got = false;
        await _platform.Get<ScopeRunner>().RunAsync(
            new ScopeFacts(Town.Tenant.Id, "", Reach.System) { Origin = "import" },
            async (services, stop) => got = await ActivatorUtilities.CreateInstance<RunImport>(services, new Words(heard)).RunAsync(run, Guid.CreateVersion7(), stop), ct);
        return got;
    }

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();

    private sealed class Words(Action<int>? heard) : ILiveBus
    {
        private int _count;

        public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener) => throw new NotSupportedException();

        public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => throw new NotSupportedException();

        public void Publish(LiveMessage message) => heard?.Invoke(++_count);
    }
}
