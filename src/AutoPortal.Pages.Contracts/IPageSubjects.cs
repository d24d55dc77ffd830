namespace AutoPortal.Pages.Contracts;

/// <summary>Things that pages are about, such as activities; implemented by the module that owns them.</summary>
public interface IPageSubjects
{
    /// <summary>Those of the running scope's tenant that have no page yet and that the person may manage, newest first, at most 100.</summary>
    Task<IReadOnlyList<PageSubject>> WithoutPageAsync(CancellationToken ct);
}

/// <summary>Something to make a page about.</summary>
/// <param name="Id">Becomes the page's subject.</param>
/// <param name="Slug">The page's word in its address.</param>
/// <param name="Title">Its name.</param>
/// <param name="Words">What fills a template, such as <c>place</c>, <c>ends_at</c>, <c>rules</c>; see <see cref="NewPage.Words"/>.</param>
public sealed record PageSubject(Guid Id, string Slug, LocalText Title, IReadOnlyDictionary<string, LocalText> Words)
{
    /// <summary>One or two sentences for search and sharing.</summary>
    public LocalText Description { get; init; } = new("");

    /// <summary>The built-in template that suits it best; null for none.</summary>
    public string? Template { get; init; }

    /// <summary>The dealer whose thing it is; null for headquarters'.</summary>
    public Guid? DealerId { get; init; }
}
