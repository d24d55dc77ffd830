using System.Collections.Frozen;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Testing;

/// <summary>One tenant as seen by one person, with a DI scope of its own.</summary>
public sealed class TestTenant : IAsyncDisposable
{
    private readonly IServiceProvider _root;
    private readonly AsyncServiceScope _scope;

    internal TestTenant(IServiceProvider root, Guid id, IEnumerable<string> permissions)
        : this(root, new ScopeFacts(id, "test", Reach.Tenant) { UserId = Kernel.Ids.New(TimeProvider.System), UserName = "测试员", Permissions = permissions.ToFrozenSet(StringComparer.Ordinal), Origin = "127.0.0.1" })
    {
    }

    private TestTenant(IServiceProvider root, ScopeFacts facts)
    {
        _root = root;
        _scope = root.CreateAsyncScope();
        Facts = facts;
        _scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(facts);
    }

    /// <summary>Who sees.</summary>
    public ScopeFacts Facts { get; }

    public Guid Id => Facts.TenantId;

    /// <summary>A service in this person's scope.</summary>
    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The same tenant seen by another person or from another reach.</summary>
    public TestTenant As(Func<ScopeFacts, ScopeFacts> change) => new(_root, change(Facts));

    /// <summary>The same tenant as the house itself sees it.</summary>
    public TestTenant AsSystem() => new(_root, new ScopeFacts(Id, Facts.TenantIdentifier, Reach.System) { UserName = "test", Origin = "test" });

    /// <summary>Runs work on a context and saves it.</summary>
    public async Task<T> SaveAsync<TDb, T>(Func<TDb, Task<T>> work) where TDb : ModuleDb
    {
        await using var db = await Get<IDbContextFactory<TDb>>().CreateDbContextAsync();
        var result = await work(db);
        await db.SaveAsync();
        return result;
    }

    /// <summary>Adds a row and saves it.</summary>
    public Task<Guid> SaveAsync<TDb>(TenantEntity row) where TDb : ModuleDb
        => SaveAsync<TDb, Guid>(db =>
        {
            db.Add(row);
            return Task.FromResult(row.Id);
        });

    /// <summary>Reads from a context.</summary>
    public async Task<T> ReadAsync<TDb, T>(Func<TDb, Task<T>> read) where TDb : ModuleDb
    {
        await using var db = await Get<IDbContextFactory<TDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Events in a module's outbox, oldest first, delivered or not.</summary>
    public Task<List<OutboxMessage>> SentAsync<TDb>() where TDb : ModuleDb
        => ReadAsync<TDb, List<OutboxMessage>>(db => db.Set<OutboxMessage>().OrderBy(m => m.Id).ToListAsync());

    /// <summary>Delivers what waits in all outboxes of this tenant until nothing is due.</summary>
    public async Task DeliverAsync()
    {
        var pump = _root.GetRequiredService<OutboxPump>();
        for (var round = 0; round < 50; round++)
        {
            var due = (await pump.FindWorkAsync(default)).Where(k => k.TenantId == Id).ToList();
            if (due.Count == 0)
            {
                return;
            }

            foreach (var key in due)
            {
                await pump.DeliverBatchAsync(key, default);
            }
        }
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
