using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoPortal.Benchmarks;

/// <summary>An interactive renderer that sends its batches nowhere: what is left is the components' own work and the diff.</summary>
#pragma warning disable BL0006 // A renderer of one's own is the only way to count what a circuit does without a circuit.
internal sealed class SilentRenderer(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
{
    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>Frames sent so far.</summary>
    public long Frames { get; private set; }

    protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

    public Task ShowAsync(Type component, Dictionary<string, object?> parameters) => Dispatcher.InvokeAsync(() =>
    {
        var shown = InstantiateComponent(component);
        return RenderRootComponentAsync(AssignRootComponentId(shown), ParameterView.FromDictionary(parameters));
    });

    protected override void HandleException(Exception exception) => throw new InvalidOperationException("A component failed.", exception);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Frames += renderBatch.ReferenceFrames.Count;
        return Task.CompletedTask;
    }
}
