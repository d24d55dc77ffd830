using System.Globalization;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>Regions as files name them; one that is not there yet is founded, and the row says so.</summary>
internal sealed class DealerPlaces(Guid brandId, List<Region> regions, List<SubRegion> subRegions, TimeProvider clock)
{
    /// <summary>Issue of a row that brought a region with it.</summary>
    public const string IsFounded = "is_founded";

    public List<TenantEntity> Founded { get; } = [];

    /// <summary>Whether two words name one region.</summary>
    public static bool AreOne(string? one, string? other) => Bare(one ?? "").Equals(Bare(other ?? ""), StringComparison.OrdinalIgnoreCase);

    /// <summary>Regions that a row founded before it was refused.</summary>
    public void Forget(List<Guid> also)
    {
        Founded.RemoveAll(node => also.Contains(node.Id));
        regions.RemoveAll(region => also.Contains(region.Id));
        subRegions.RemoveAll(subRegion => also.Contains(subRegion.Id));
        also.Clear();
    }

    /// <returns>Null where the row names no region.</returns>
    public (Guid RegionId, Guid? SubRegionId)? Find(string region, string subRegion, List<Guid> also, List<RowIssue> issues)
    {
        if (region.Length == 0)
        {
            return null;
        }

        var found = regions.Find(r => Names(r.Name, r.Code, region)) ?? Found(region, also, issues);
        return (found.Id, subRegion.Length == 0 ? null : (subRegions.Find(s => s.RegionId == found.Id && Names(s.Name, s.Code, subRegion)) ?? Found(found, subRegion, also, issues)).Id);
    }

    private Region Found(string name, List<Guid> also, List<RowIssue> issues)
    {
        var region = new Region(Ids.New(clock), brandId, FreeCode("R", regions.ConvertAll(r => r.Code)), Cut(name));
        regions.Add(region);
        return Keep(region, DealerCells.Region, name, also, issues);
    }

    private SubRegion Found(Region region, string name, List<Guid> also, List<RowIssue> issues)
    {
        var subRegion = new SubRegion(Ids.New(clock), region.Id, FreeCode("S", subRegions.ConvertAll(s => s.Code)), Cut(name));
        subRegions.Add(subRegion);
        return Keep(subRegion, DealerCells.SubRegion, name, also, issues);
    }

    private T Keep<T>(T node, string field, string name, List<Guid> also, List<RowIssue> issues) where T : TenantEntity
    {
        Founded.Add(node);
        also.Add(node.Id);
        issues.Add(new RowIssue(field, IsFounded, IsWarning: true) { Details = [name] });
        return node;
    }

    // 华东 and 华东大区 are one region.
    private static bool Names(string name, string code, string written)
        => AreOne(name, written) || code.Equals(written, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.EndsWith("大区", StringComparison.Ordinal) || name.EndsWith("小区", StringComparison.Ordinal) ? name[..^2] : name;

    private static string Cut(string name) => name.Length > NodeName.Longest ? name[..NodeName.Longest] : name;

    private static string FreeCode(string prefix, List<string> taken)
        => Enumerable.Range(taken.Count + 1, taken.Count + 1).Select(n => prefix + n.ToString("00", CultureInfo.InvariantCulture)).First(code => !taken.Contains(code));
}
