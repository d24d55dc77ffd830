namespace AutoPortal.Pages.Contracts;

/// <summary>The page that a block stands on, and what the request brought along.</summary>
public sealed record BlockContext
{
    /// <summary>The tenant that publishes the page.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The tenant's word in addresses, such as <c>chenxing</c>.</summary>
    public required string TenantIdentifier { get; init; }

    /// <summary>The operator's name as consumers read it.</summary>
    public required string TenantName { get; init; }

    /// <summary>The page.</summary>
    public required Guid PageId { get; init; }

    /// <summary>What the page is about, such as an activity; null on a page that stands for itself.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The part of the address between tenant and slug, <c>a</c> for activity pages.</summary>
    public required string PathKind { get; init; }

    /// <summary>The page's word in its address.</summary>
    public required string Slug { get; init; }

    /// <summary>The language of this rendering: <see cref="PageLanguages.Chinese"/> or <see cref="PageLanguages.English"/>.</summary>
    public string Language { get; init; } = PageLanguages.Chinese;

    /// <summary>Colours, radius and skin.</summary>
    public PageTheme Theme { get; init; } = PageTheme.Default;

    /// <summary>What a post left behind for the blocks (typed values, errors, a receipt), keyed by its type; empty on a cached page.</summary>
    public IReadOnlyDictionary<Type, object> Inputs { get; init; } = new Dictionary<Type, object>();

    /// <summary>Drawn on the builder's canvas: links and buttons lead nowhere.</summary>
    public bool IsPreview { get; init; }

    /// <summary>What is to be seen about a block beside its content, by block id, where two versions are compared; empty on every other drawing.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();

    /// <summary>The page's address with its language, such as <c>/chenxing/a/autumn-test-drive?lang=en</c>.</summary>
    public string Href => HrefIn(Language);

    /// <summary>The page's address in another language.</summary>
    public string HrefIn(string language)
        => $"/{TenantIdentifier}/{PathKind}/{Slug}{PageLanguages.Query(language)}";

    /// <summary>What a post left behind, or null.</summary>
    public T? Input<T>()
        where T : class
        => Inputs.GetValueOrDefault(typeof(T)) as T;
}
