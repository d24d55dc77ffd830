using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Pages.Templates;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Publish;

internal sealed class CreatePage(IDbContextFactory<PagesDb> dbs, CurrentScope scope, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(NewPage wanted, CancellationToken ct)
    {
        if (!scope.May(PagesPermissions.Edit))
        {
            return Refusal.NotAllowed;
        }

        if (!scope.SeesAllDealers)
        {
            wanted = wanted with { DealerId = scope.DealerIds.Count == 1 ? scope.DealerIds[0] : wanted.DealerId };
            if (wanted.DealerId is not { } dealer || !scope.DealerIds.Contains(dealer))
            {
                return PageRefusals.DealerIsMissing;
            }
        }

        if ((wanted.Document ?? FromTemplate(wanted)) is not { } json)
        {
            return PageRefusals.TemplateIsUnknown;
        }

        PageDocument document;
        try
        {
            document = PageDocument.Parse(json);
        }
        catch (FormatException fault)
        {
            return PageRefusals.DocumentIsMalformed(fault.Message);
        }

        var now = clock.GetUtcNow();
        var page = Page.Draft(Ids.New(now), wanted, document, now);
        return page.IsOk ? await SaveAsync(page.Value, ct) : page.Refusal;
    }

    private static string? FromTemplate(NewPage wanted)
    {
        var words = new Dictionary<string, LocalText>(wanted.Words, StringComparer.Ordinal);
        words.TryAdd("title", wanted.Title);
        return TemplateCatalog.Fill(wanted.Template, words);
    }

    private async Task<Outcome<Guid>> SaveAsync(Page page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Pages.Add(page);
        try
        {
            var saved = await db.SaveAsync(ct);
            return saved.IsOk ? page.Id : saved.Refusal;
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            return PageRefusals.SlugIsTaken;
        }
    }
}
