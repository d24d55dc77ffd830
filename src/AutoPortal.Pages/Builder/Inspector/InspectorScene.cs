using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>What editors may ask about: the page around the block, and the words of its kind.</summary>
internal sealed record InspectorScene(PageDocument Page, string BlockId, string Kind, BlockWords Words)
{
    /// <summary>Sets another setting of the block, where the person may: what is chosen for one may bring the other along.</summary>
    public Func<string, JsonElement, Task> SetOtherAsync { get; init; } = (_, _) => Task.CompletedTask;
}
