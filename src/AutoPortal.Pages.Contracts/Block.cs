namespace AutoPortal.Pages.Contracts;

/// <summary>What one block of a page holds. Stored as <c>{ "kind", "version", "id", … }</c>; kind and version come from the registration.</summary>
/// <remarks>A derived record gives every property a default that looks good, so that a fresh block can be shown at once.</remarks>
public abstract record Block
{
    /// <summary>Unique on its page, and the block's anchor in the HTML; lower-case letters, digits and hyphens.</summary>
    public string Id { get; init; } = "";
}
