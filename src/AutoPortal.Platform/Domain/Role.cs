using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>A tenant's role: begun as a copy of a template, its own from then on.</summary>
internal sealed class Role : TenantEntity
{
    public Role(Guid id, string template, List<string> grants)
    {
        Id = id;
        Template = template;
        Grants = grants;
    }

    /// <summary>The persona it was copied from. Source: domain language §17.</summary>
    public string Template { get; private set; }

    /// <summary>The tenant's own name for it, or null for the template's.</summary>
    public string? Name { get; private set; }

    /// <summary>Permission codes, in which <c>*</c> stands for any letters, such as <c>leads.*</c> or <c>*.read</c>.</summary>
    public List<string> Grants { get; private set; }
}
