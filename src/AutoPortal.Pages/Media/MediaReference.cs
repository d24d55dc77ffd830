using AutoPortal.Kernel.Data;

namespace AutoPortal.Pages.Media;

/// <summary>A page's draft, or one of its versions, shows something of the library.</summary>
[NotAudited]
internal sealed class MediaReference : TenantEntity
{
    /// <summary>Stands for the draft, whose versions begin at 1.</summary>
    public const int Draft = 0;

    private MediaReference()
    {
    }

    public MediaReference(Guid id, Guid pageId, int version, Guid mediaId) => (Id, PageId, Version, MediaId) = (id, pageId, version, mediaId);

    public Guid PageId { get; private set; }

    /// <summary>Number of the version, or <see cref="Draft"/>.</summary>
    public int Version { get; private set; }

    public Guid MediaId { get; private set; }
}
