using System.Globalization;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>Roles and places as files of staff write them.</summary>
internal sealed class StaffWords(IDbContextFactory<PlatformDb> dbs, IOrganisation organisation, IStringLocalizerFactory texts)
{
    private static readonly CultureInfo[] Languages = [new("zh-CN"), new("en")];

    /// <summary>Names of the tenant's roles today.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(CancellationToken ct) => [.. (await ReadAsync(ct)).Roles.Select(r => r.Words[0])];

    public async Task<StaffDictionaries> ReadAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var roles = await db.Roles.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct);
        return new(roles.ConvertAll(r => new RoleWord(r, WordsOf(r))), await organisation.TreeAsync(ct));
    }

    private List<string> WordsOf(Role role)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var words = new List<string> { Title(role, before) };
            words.AddRange(Languages.Select(language => Title(role, language)));
            words.Add(role.Template);
            return words;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string Title(Role role, CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        return role.Name ?? texts.Create(typeof(PlatformTexts))["role." + role.Template];
    }
}

/// <summary>What a role is called, the name to show first.</summary>
internal sealed record RoleWord(Role Role, IReadOnlyList<string> Words);

/// <summary>What the words of a file of staff mean today.</summary>
internal sealed record StaffDictionaries(IReadOnlyList<RoleWord> Roles, OrganisationTree Tree)
{
    public Role? RoleOf(string word) => Roles.FirstOrDefault(r => r.Words.Contains(word, StringComparer.OrdinalIgnoreCase))?.Role;

    public string NameOf(Guid roleId) => Roles.FirstOrDefault(r => r.Role.Id == roleId)?.Words[0] ?? "";

    /// <summary>A place as cells: the dealer's code, or the names of region and sub-region; those that it is not are empty.</summary>
    public string DealerCodeOf(Guid? nodeId) => Tree.Dealers.FirstOrDefault(d => d.Id == nodeId)?.Code ?? "";

    /// <inheritdoc cref="DealerCodeOf"/>
    public string RegionNameOf(Guid? nodeId)
        => Tree.LabelOf(Tree.SubRegions.FirstOrDefault(s => s.Id == nodeId)?.RegionId ?? Tree.Regions.FirstOrDefault(r => r.Id == nodeId)?.Id) ?? "";

    /// <inheritdoc cref="DealerCodeOf"/>
    public string SubRegionNameOf(Guid? nodeId) => Tree.SubRegions.FirstOrDefault(s => s.Id == nodeId)?.Name ?? "";

    public DealerFacts? DealerOf(string word) => Tree.Dealers.FirstOrDefault(d => d.Code.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? Tree.Dealers.FirstOrDefault(d => d.Name == word);

    public RegionFacts? RegionOf(string word) => Tree.Regions.FirstOrDefault(r => !r.IsClosed && Is(r.Name, r.Code, word));

    public SubRegionFacts? SubRegionOf(Guid? regionId, string word) => Tree.SubRegions.FirstOrDefault(s => !s.IsClosed && (regionId is null || s.RegionId == regionId) && Is(s.Name, s.Code, word));

    private static bool Is(string name, string code, string word) => name == word || code.Equals(word, StringComparison.OrdinalIgnoreCase);
}
