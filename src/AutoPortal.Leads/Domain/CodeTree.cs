namespace AutoPortal.Leads.Domain;

/// <summary>One entry of a list of codes; the name and its aliases are what files write for it.</summary>
internal sealed record CodeNode(string Code, string Name, IReadOnlyList<string>? Aliases = null, IReadOnlyList<CodeNode>? Children = null)
{
    public bool Is(string written)
        => Code.Equals(written, StringComparison.OrdinalIgnoreCase)
            || Name.Equals(written, StringComparison.OrdinalIgnoreCase)
            || (Aliases?.Contains(written, StringComparer.OrdinalIgnoreCase) ?? false);

    public CodeNode? Child(string? written)
        => written is null ? null : Children?.FirstOrDefault(c => c.Is(written.Trim()));
}
