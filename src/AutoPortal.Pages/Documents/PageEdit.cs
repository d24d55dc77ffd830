using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoPortal.Pages.Documents;

/// <summary>One finished operation of an author. It says what it expects to find, so that it can be applied to a page that somebody else changed meanwhile.</summary>
/// <remarks>In JSON <c>{ "op": "put" | "take" | "place" | "set" | "replace", … }</c>; the history keeps it together with its inverse.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(PutBlocks), "put")]
[JsonDerivedType(typeof(TakeBlocks), "take")]
[JsonDerivedType(typeof(PlaceBlocks), "place")]
[JsonDerivedType(typeof(SetFields), "set")]
[JsonDerivedType(typeof(ReplacePage), "replace")]
public abstract record PageEdit;

/// <summary>Puts new blocks in, one after the other.</summary>
public sealed record PutBlocks(IReadOnlyList<PutBlock> Blocks) : PageEdit;

/// <summary>A block and its place.</summary>
/// <param name="ParentId">The block to stand in, or <see cref="PageDocument.RootId"/>.</param>
/// <param name="Index">Before which child, from 0; beyond the end means the end.</param>
/// <param name="Block">With ids that the document does not have.</param>
public sealed record PutBlock(string ParentId, int Index, PageNode Block);

/// <summary>Removes blocks with everything inside them.</summary>
public sealed record TakeBlocks(IReadOnlyList<TakeBlock> Blocks) : PageEdit;

/// <summary>A block to remove.</summary>
/// <param name="Id">The block.</param>
/// <param name="Expected">Its <see cref="PageNode.Fingerprint"/> as the author saw it; null removes whatever is there.</param>
public sealed record TakeBlock(string Id, string? Expected = null);

/// <summary>Moves blocks, one after the other; each index counts without the moved block.</summary>
public sealed record PlaceBlocks(IReadOnlyList<PlaceBlock> Blocks) : PageEdit;

/// <summary>A block and its new place.</summary>
public sealed record PlaceBlock(string Id, string ParentId, int Index);

/// <summary>Sets fields of one block, or of the page where <paramref name="Id"/> is <see cref="PageDocument.RootId"/>.</summary>
/// <param name="Id">The block.</param>
/// <param name="Fields">By name in camelCase; a name that begins with <c>@</c> is a mark such as <c>@lock</c>.</param>
public sealed record SetFields(string Id, IReadOnlyDictionary<string, FieldChange> Fields) : PageEdit;

/// <summary>What a field was when the author saw it, and what it is to be; null stands for an absent field.</summary>
public sealed record FieldChange(JsonElement? Before, JsonElement? After);

/// <summary>Puts another document in the page's place, such as an earlier version.</summary>
/// <param name="Expected">The <see cref="PageNode.Fingerprint"/> of the root as the author saw it; null replaces whatever is there.</param>
/// <param name="Root">The new root.</param>
public sealed record ReplacePage(string? Expected, PageNode Root) : PageEdit;
