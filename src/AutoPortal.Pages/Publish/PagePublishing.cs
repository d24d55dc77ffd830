using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Publish;

internal sealed class PagePublishing(CreatePage create, PublishPage publish, WithdrawPage withdraw) : IPagePublishing
{
    public Task<Outcome<Guid>> CreateAsync(NewPage page, CancellationToken ct) => create.RunAsync(page, ct);

    public Task<Outcome> PublishAsync(Guid pageId, CancellationToken ct) => publish.RunAsync(pageId, ct);

    public Task<Outcome> WithdrawAsync(Guid pageId, CancellationToken ct) => withdraw.RunAsync(pageId, ct);
}
