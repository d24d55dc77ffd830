using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Public;

namespace AutoPortal.Pages.Lint;

/// <summary>A page as the rules look at it.</summary>
/// <param name="PathKind">Such as <c>a</c>.</param>
/// <param name="SubjectId">What it is about, or null.</param>
/// <param name="Theme">Its look; null for the tenant's.</param>
/// <param name="Document">The draft.</param>
/// <param name="Blocks">All blocks that can be read, outermost first, with what they hold.</param>
/// <param name="TenantIdentifier">The tenant's word in addresses.</param>
/// <param name="Now">UTC.</param>
public sealed record LintedPage(
    string PathKind, Guid? SubjectId, PageTheme? Theme, PageDocument Document, IReadOnlyList<LintedBlock> Blocks, string TenantIdentifier, DateTimeOffset Now)
{
    /// <summary>What it takes to draw it; null where that is not known.</summary>
    internal PageParts? Parts { get; init; }
}

/// <summary>A block with what it holds.</summary>
public sealed record LintedBlock(DrawnBlock Drawn, BlockContents Contents)
{
    /// <summary>Its id.</summary>
    public string Id => Drawn.Block.Id;

    /// <summary>Stored word of its kind.</summary>
    public string Kind => Drawn.Kind.Code;

    /// <summary>Whether people type into it.</summary>
    public bool IsForm => Kind is "sign_up" or "survey";
}

/// <summary>One thing that the linter looks for; registered as a service, one file each.</summary>
public interface ILintRule
{
    /// <summary>What is wrong with the page in this respect.</summary>
    Task<IReadOnlyList<LintFinding>> CheckAsync(LintedPage page, CancellationToken ct);
}
