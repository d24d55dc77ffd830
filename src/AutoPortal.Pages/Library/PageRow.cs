using System.Text.Json;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;

namespace AutoPortal.Pages.Library;

/// <summary>A page in the library.</summary>
/// <param name="State"><c>draft</c>, <c>live</c> or <c>ended</c>.</param>
/// <param name="Pending"><c>reviewing</c> or <c>scheduled</c> where a version is on its way, else null.</param>
public sealed record PageRow(
    Guid Id, LocalText Title, string PathKind, string Slug, string Folder, string State, string? Pending, Guid? PendingRelease, int? LiveVersion, int LatestVersion, bool IsArchived, DateTimeOffset ChangedAt, Guid? DealerId, bool IsMaster, Guid? MasterId)
{
    /// <summary>What Dapper reads; the title as JSON.</summary>
    internal sealed class Stored
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string PathKind { get; init; } = "";
        public string Slug { get; init; } = "";
        public string Folder { get; init; } = "";
        public string State { get; init; } = "";
        public string? Pending { get; init; }
        public Guid? PendingRelease { get; init; }
        public int? LiveVersion { get; init; }
        public int LatestVersion { get; init; }
        public bool IsArchived { get; init; }
        public DateTime ChangedAt { get; init; }
        public Guid? DealerId { get; init; }
        public bool IsMaster { get; init; }
        public Guid? MasterId { get; init; }

        public PageRow Row() => new(
            Id, JsonSerializer.Deserialize<LocalText>(Title, JsonColumnOptions.Web)!, PathKind, Slug, Folder, State, Pending, PendingRelease, LiveVersion, LatestVersion, IsArchived, new DateTimeOffset(ChangedAt, TimeSpan.Zero), DealerId, IsMaster, MasterId);
    }
}

/// <summary>A folder with how many pages stand in it and below.</summary>
public sealed record FolderRow(string Path, int Pages);
