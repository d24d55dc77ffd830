using System.Collections.Concurrent;
using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Platform.Directories;

/// <summary>Names of colleagues by tenant and account, kept until a word says that somebody's membership changed: every page of every list asks for some.</summary>
internal sealed class PeopleNames : IDisposable
{
    private const int MostKept = 200_000;
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Account), string> _known = new();
    private readonly IDisposable _listening;

    public PeopleNames(ILiveBus bus) => _listening = bus.SubscribeAll(PlatformTopics.Access, word =>
    {
        Forget(word.Payload == LiveMessage.Resync ? null : word.TenantId);
        return Task.CompletedTask;
    });

    public string? Find(Guid tenantId, Guid accountId) => _known.GetValueOrDefault((tenantId, accountId));

    public void Keep(Guid tenantId, Guid accountId, string name)
    {
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[(tenantId, accountId)] = name;
    }

    /// <param name="tenantId">Null for all.</param>
    public void Forget(Guid? tenantId)
    {
        foreach (var key in _known.Keys.Where(k => tenantId is null || k.Tenant == tenantId))
        {
            _known.TryRemove(key, out _);
        }
    }

    public void Dispose() => _listening.Dispose();
}
