using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>A page's draft as it is now.</summary>
internal sealed class ReadDraft(IDbContextFactory<PagesDb> dbs, Drafts drafts, CurrentScope scope)
{
    /// <returns>The draft, or null where there is none for this person.</returns>
    public async Task<Draft?> RunAsync(Guid pageId, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await drafts.ReadAsync(db, pageId, ct);
    }
}
