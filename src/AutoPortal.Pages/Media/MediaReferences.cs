using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Media;

/// <summary>Keeps which drafts and versions show what of the library, with the very save that changes them.</summary>
internal static class MediaReferences
{
    private const string Path = "/media/";
    private const int IdLength = 32;

    /// <summary>What a document shows, by the addresses in it.</summary>
    public static HashSet<Guid> In(string document)
    {
        var found = new HashSet<Guid>();
        for (var at = document.IndexOf(Path, StringComparison.Ordinal); at >= 0; at = document.IndexOf(Path, at + Path.Length, StringComparison.Ordinal))
        {
            var from = at + Path.Length;
            if (document.Length > from + IdLength && Guid.TryParseExact(document.AsSpan(from, IdLength), "N", out var id))
            {
                found.Add(id);
            }
        }

        return found;
    }

    /// <summary>For drafts and versions that this context is about to save.</summary>
    public static async Task FollowAsync(PagesDb db, CancellationToken ct)
    {
        var versions = db.ChangeTracker.Entries<PageVersion>().Where(e => e.State is EntityState.Added).Select(e => (e.Entity.PageId, e.Entity.Number, Shown: In(e.Entity.Document)));
        var fresh = db.ChangeTracker.Entries<Page>().Where(e => e.State is EntityState.Added).Select(e => (PageId: e.Entity.Id, Number: MediaReference.Draft, Shown: In(e.Entity.Document)));
        var added = versions.Concat(fresh).Where(s => s.Shown.Count > 0).ToList();
        var written = db.ChangeTracker.Entries<Page>().Where(e => e.State is EntityState.Modified && e.Property(p => p.Document).IsModified).Select(e => (e.Entity.Id, e.Entity.Document)).ToList();
        if (added.Count > 0)
        {
            var known = await KnownAsync(db, [.. added.SelectMany(s => s.Shown)], ct);
            Add(db, added.SelectMany(s => s.Shown.Where(known.Contains).Select(id => (s.PageId, s.Number, id))));
        }

        if (written.Count > 0)
        {
            await KeepDraftsAsync(db, written, ct);
        }
    }

    /// <summary>For a draft that is written by a statement of its own.</summary>
    public static Task KeepDraftAsync(PagesDb db, Guid pageId, string document, CancellationToken ct) => KeepDraftsAsync(db, [(pageId, document)], ct);

    private static async Task KeepDraftsAsync(PagesDb db, IReadOnlyList<(Guid Page, string Document)> drafts, CancellationToken ct)
    {
        var ids = drafts.Select(d => d.Page).ToList();
        var held = db.MediaReferences.Where(r => ids.Contains(r.PageId) && r.Version == MediaReference.Draft);
        var before = (await held.Select(r => new { r.PageId, r.MediaId }).ToListAsync(ct)).ToLookup(r => r.PageId, r => r.MediaId);
        var fresh = new List<(Guid Page, int Version, Guid Media)>();
        foreach (var (page, document) in drafts)
        {
            var shown = In(document);
            fresh.AddRange(shown.Except(before[page]).Select(id => (page, MediaReference.Draft, id)));
            if (before[page].Except(shown).ToList() is { Count: > 0 } gone)
            {
                await db.MediaReferences.Where(r => r.PageId == page && r.Version == MediaReference.Draft && gone.Contains(r.MediaId)).ExecuteDeleteAsync(ct);
            }
        }

        var known = await KnownAsync(db, [.. fresh.Select(r => r.Media)], ct);
        Add(db, fresh.Where(r => known.Contains(r.Media)));
    }

    // An address may be another tenant's, or one of a picture that is gone: nothing of ours is held by it.
    private static async Task<HashSet<Guid>> KnownAsync(PagesDb db, HashSet<Guid> ids, CancellationToken ct)
        => ids.Count == 0 ? [] : [.. await db.MediaPictures.IgnoreQueryFilters([ModuleDb.ReachFilter]).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct)];

    private static void Add(PagesDb db, IEnumerable<(Guid Page, int Version, Guid Media)> references)
    {
        foreach (var (page, version, media) in references.ToList())
        {
            // Set by hand: rows that are added while a save is under way are not stamped any more.
            db.Add(new MediaReference(Ids.New(TimeProvider.System), page, version, media)).Property(r => r.TenantId).CurrentValue = db.Scope.TenantId;
        }
    }
}
