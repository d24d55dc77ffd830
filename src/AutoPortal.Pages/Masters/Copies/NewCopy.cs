using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>A dealer's copy of a master's version: a draft under an address of its own, everything in it HQ's.</summary>
internal static class NewCopy
{
    public static Outcome<Page> Of(Page master, PageVersion version, DealerFacts dealer, DateTimeOffset now)
    {
        var wanted = new NewPage(master.PathKind, SlugOf(master, dealer), version.Title)
        {
            Description = version.Description,
            Theme = version.Theme,
            SubjectId = master.SubjectId,
            DealerId = dealer.Id,
        };
        var copy = Page.Draft(Ids.New(now), wanted, new PageDocument(PageDocument.Parse(version.Document).Root.AsHqs()), now);
        if (copy.IsOk)
        {
            copy.Value.BeCopyOf(master, version.Number);
        }

        return copy;
    }

    /// <summary>The master's address with the dealer's code behind it.</summary>
    public static string SlugOf(Page master, DealerFacts dealer)
    {
        var code = new string([.. dealer.Code.ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')]);
        var room = PageSlug.MaxLength - code.Length - 1;
        return $"{(master.Slug.Length <= room ? master.Slug : master.Slug[..room])}-{code}";
    }
}
