using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Publish;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Library;

/// <summary>Makes a page of its own from another one's draft: same blocks, an address and a name of its own, and no history.</summary>
internal sealed class ClonePage(IDbContextFactory<PagesDb> dbs, CreatePage create, CurrentScope scope)
{
    /// <returns>The new page; it is about nothing yet, because one activity has one page.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid pageId, string slug, LocalText title, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        NewPage copy;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            if (await db.Pages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == pageId, ct) is not { } page)
            {
                return Refusal.NotFound;
            }

            copy = new NewPage(page.PathKind, slug, title) { Description = page.Description, Theme = page.Theme, Folder = page.Folder, Document = Renamed(page.Document, title) };
        }

        return await create.RunAsync(copy, ct);
    }

    private static string Renamed(string document, LocalText title)
    {
        var page = PageDocument.Parse(document);
        return page.Root.Field("title") is null ? document : new PageDocument(page.Root.WithField("title", System.Text.Json.JsonSerializer.SerializeToElement(title, JsonColumnOptions.Web))).ToJson();
    }
}
