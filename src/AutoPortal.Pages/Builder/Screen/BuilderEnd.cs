using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Preview;
using AutoPortal.Pages.Publish;

namespace AutoPortal.Pages.Builder.Screen;

/// <summary>Where the builder's work goes: to a reviewer, or into a link to look at.</summary>
internal sealed class BuilderEnd(SubmitPage submit, CreatePreview preview)
{
    private static readonly TimeSpan LookFor = TimeSpan.FromDays(1);

    /// <summary>Hands the draft in: whoever built it does not let it through.</summary>
    public async Task<Outcome> HandInAsync(Guid pageId, CancellationToken ct)
    {
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
