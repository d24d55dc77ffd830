using System.Text.Json.Serialization;
using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Pages.Contracts;

/// <summary>A page, or a new version of it, came before the public.</summary>
/// <param name="PageId">The page.</param>
/// <param name="PathKind">Such as <c>a</c>.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="SubjectId">What it is about, or null.</param>
/// <param name="Version">Counts up from 1.</param>
/// <param name="At">UTC.</param>
[EventType("pages.page_published")]
public sealed record PagePublished(Guid PageId, string PathKind, string Slug, Guid? SubjectId, int Version, DateTimeOffset At) : IntegrationEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AggregateKey => PageId.ToString();
}

/// <summary>A page was taken from the public.</summary>
/// <param name="PageId">The page.</param>
/// <param name="PathKind">Such as <c>a</c>.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="SubjectId">What it is about, or null.</param>
/// <param name="At">UTC.</param>
[EventType("pages.page_withdrawn")]
public sealed record PageWithdrawn(Guid PageId, string PathKind, string Slug, Guid? SubjectId, DateTimeOffset At) : IntegrationEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string AggregateKey => PageId.ToString();
}
