using System.Text.Json.Nodes;

namespace AutoPortal.Pages.Contracts;

/// <summary>Turns the stored settings of one version into those of the next; pure, and free to change its argument.</summary>
/// <param name="From">The version that it reads; it leaves <c>From + 1</c>.</param>
/// <param name="Apply">Changes the settings' JSON in place; kind, version, id and children are not its business.</param>
public sealed record BlockLift(int From, Action<JsonObject> Apply);

/// <summary>One kind of block: its code, its present version, what it holds and what draws it.</summary>
/// <param name="Code">Stored word in snake_case, such as <c>key_facts</c>.</param>
/// <param name="Version">Present version, 1 or more.</param>
/// <param name="BlockType">A record derived from <see cref="Block"/>.</param>
/// <param name="ComponentType">A component derived from <see cref="BlockComponent{TBlock}"/>.</param>
/// <param name="Lifts">One for every version before the present one, in any order.</param>
/// <param name="Hints">What the builder knows about it.</param>
public sealed record BlockKind(string Code, int Version, Type BlockType, Type ComponentType, IReadOnlyList<BlockLift> Lifts, BlockHints Hints);
