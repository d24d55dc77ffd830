using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>What editors may ask about: the page around the block, and the words of its kind.</summary>
internal sealed record InspectorScene(PageDocument Page, string BlockId, string Kind, BlockWords Words);
