using AutoPortal.Pages.Builder.Canvas;
using AutoPortal.Pages.Builder.Session;
using Microsoft.JSInterop;

namespace AutoPortal.Pages.Builder.Screen;

/// <summary>What the builder's script calls by name.</summary>
internal sealed class BuilderPort(BuilderScreen screen)
{
    /// <summary>The canvas shows that draft.</summary>
    [JSInvokable]
    public Task<CanvasPatch?> StartAsync(int revision, string language) => screen.StartAsync(revision, language);

    /// <summary>The hands did something.</summary>
    [JSInvokable]
    public Task<BuilderReply> ActAsync(Guid operationId, BuilderIntent intent) => screen.ActAsync(operationId, intent);

    /// <summary>Other blocks were chosen.</summary>
    /// <returns>Them as text for the clipboard.</returns>
    [JSInvokable]
    public Task<string> ChooseAsync(string[] ids) => screen.ChooseAsync(ids);

    /// <summary>The person asks which keys there are.</summary>
    [JSInvokable]
    public Task ShowKeysAsync() => screen.ShowKeysAsync();
}
