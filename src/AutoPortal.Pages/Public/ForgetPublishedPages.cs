using AutoPortal.Kernel.Messaging;
using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.Hosting;

namespace AutoPortal.Pages.Public;

/// <summary>Lets this node forget a drawn page as soon as any node publishes or withdraws it.</summary>
internal sealed class ForgetPublishedPages : IHostedService, IDisposable
{
    /// <summary>Topic of the words; the payload is the page's key.</summary>
    public const string Topic = PublicPageWords.Topic;

    private readonly PageGenerations _generations;
    private readonly IDisposable _listening;

    // Hosted services are made before any of them starts: no word can come before somebody listens.
    public ForgetPublishedPages(ILiveBus bus, PageGenerations generations)
    {
        _generations = generations;
        _listening = bus.SubscribeAll(Topic, word =>
        {
            Forget(word);
            return Task.CompletedTask;
        });
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listening.Dispose();

    private void Forget(LiveMessage word)
    {
        if (string.Equals(word.Payload, LiveMessage.Resync, StringComparison.Ordinal))
        {
            _generations.NextOfAll();
        }
        else
        {
            _generations.Next(word.TenantId, word.Payload);
        }
    }
}
