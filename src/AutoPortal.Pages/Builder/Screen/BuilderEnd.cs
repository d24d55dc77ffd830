using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Publish;

namespace AutoPortal.Pages.Builder.Screen;

/// <summary>Where the builder's work goes: before the public, to a reviewer, or into a link to look at.</summary>
internal sealed class BuilderEnd(PublishPage publish, SubmitPage submit, CreatePreview preview, CurrentScope scope)
{
    private static readonly TimeSpan LookFor = TimeSpan.FromDays(1);

    /// <summary>Publishes the draft, or hands it in where this person may not.</summary>
    public async Task<Outcome> PublishAsync(Guid pageId, CancellationToken ct)
    {
        if (scope.May(PagesPermissions.Publish))
        {
            return await publish.RunAsync(pageId, ct);
        }

        var handedIn = await submit.RunAsync(pageId, new(), ct);
        return handedIn.IsOk ? Outcome.Ok : handedIn.Refusal;
    }

    /// <summary>A path by which the draft is seen as the public would see it.</summary>
    public async Task<Outcome<string>> PreviewAsync(Guid pageId, CancellationToken ct)
    {
        var made = await preview.RunAsync(pageId, version: null, LookFor, ct);
        return made.IsOk ? made.Value.Path : made.Refusal;
    }
}
