using AutoPortal.Kernel.Data;

namespace AutoPortal.Pages.Domain;

/// <summary>A link by which somebody without an account looks at a page that is not public yet. Only a hash of the link's word is kept.</summary>
internal sealed class PagePreview : TenantEntity
{
    private PagePreview()
    {
    }

    public PagePreview(Guid id, Guid pageId, int? version, string tokenHash, Guid? by, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        Id = id;
        PageId = pageId;
        Version = version;
        TokenHash = tokenHash;
        CreatedBy = by;
        CreatedAt = at;
        ExpiresAt = expiresAt;
    }

    public Guid PageId { get; private set; }

    /// <summary>The version that it shows; null for whatever the draft is when somebody looks.</summary>
    public int? Version { get; private set; }

    public string TokenHash { get; private set; } = "";

    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsOpen(DateTimeOffset at) => RevokedAt is null && at < ExpiresAt;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
