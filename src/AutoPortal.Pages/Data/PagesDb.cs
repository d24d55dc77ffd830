using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Media;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Data;

internal sealed class PagesDb(DbContextOptions<PagesDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "pages";

    public override string SchemaName => Schema;

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<PageVersion> PageVersions => Set<PageVersion>();

    public DbSet<KeptEdit> PageEdits => Set<KeptEdit>();

    public DbSet<PublishedPage> PublishedPages => Set<PublishedPage>();

    public DbSet<PageRelease> PageReleases => Set<PageRelease>();

    public DbSet<MediaPicture> MediaPictures => Set<MediaPicture>();

    public DbSet<MediaReference> MediaReferences => Set<MediaReference>();

    public DbSet<PageConflict> PageConflicts => Set<PageConflict>();

    public DbSet<CopyOrder> CopyOrders => Set<CopyOrder>();

    public DbSet<CopyLine> CopyLines => Set<CopyLine>();

    public DbSet<PagePreview> PagePreviews => Set<PagePreview>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Media.MediaReferences.FollowAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

internal sealed class PagesDbDesign() : ModuleDbDesign<PagesDb>(PagesDb.Schema);
