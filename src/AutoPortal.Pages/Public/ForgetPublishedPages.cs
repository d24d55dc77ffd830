using AutoPortal.Kernel.Messaging;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Hosting;

namespace AutoPortal.Pages.Public;

/// <summary>Lets this node forget a drawn page as soon as any node publishes or withdraws it.</summary>
internal sealed class ForgetPublishedPages(ILiveBus bus, PageGenerations generations, IOutputCacheStore store) : IHostedService, IDisposable
{
    /// <summary>Topic of the words; the payload is the page's key.</summary>
    public const string Topic = PublicPageWords.Topic;

    private IDisposable? _listening;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listening = bus.SubscribeAll(Topic, word => ForgetAsync(word, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listening?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _listening?.Dispose();

    internal async Task ForgetAsync(LiveMessage word, CancellationToken ct)
    {
        if (string.Equals(word.Payload, LiveMessage.Resync, StringComparison.Ordinal))
        {
            generations.NextOfAll();
            await store.EvictByTagAsync(PageCachePolicy.AllPages, ct);
            return;
        }

        generations.Next(word.TenantId, word.Payload);
        await store.EvictByTagAsync(PageCachePolicy.TagOf(word.TenantId, word.Payload), ct);
    }
}
