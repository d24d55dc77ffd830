using System.Globalization;
using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>A dealer as cells of a file, and back. Exports write the same cells, so that an exported file can be brought in again.</summary>
internal sealed class DealerCells(IOrganisation organisation, ISeriesCatalogue series, IEnumerable<LeadChannel> channels, IStringLocalizerFactory texts)
{
    public const string CodeField = "code";
    public const string Name = "name";
    public const string Region = "region";
    public const string SubRegion = "sub_region";
    public const string Province = "province";
    public const string City = "city";
    public const string District = "district";
    public const string Kind = "kind";
    public const string AcceptsLeads = "accepts_leads";
    public const string Address = "address";
    public const string Hotline = "hotline";
    public const string Contact = "contact";
    public const string Position = "position";
    public const string OpenDays = "open_days";
    public const string OpensAt = "opens_at";
    public const string ClosesAt = "closes_at";
    public const string Channels = "channels";
    public const string Series = "series";
    public const string Capacity = "capacity";
    private const char ListSign = '、';

    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new(CodeField, ImportFormat.Text, "代码", "门店代码", "门店编号", "经销商编号", "编号", "dealer code") { IsRequired = true },
        new(Name, ImportFormat.Text, "名称", "门店名称", "经销商", "dealer name"),
        new(Region, ImportFormat.Text, "所属大区", "区域"),
        new(SubRegion, ImportFormat.Text, "所属小区"),
        new(Province, ImportFormat.Text, "省", "所在省份"),
        new(City, ImportFormat.Text, "市", "所在城市"),
        new(District, ImportFormat.Text, "区", "所在区县"),
        new(Kind, ImportFormat.Text, "门店类型", "经销商类型", "业态"),
        new(AcceptsLeads, ImportFormat.Flag, "是否接收线索", "接收下发"),
        new(Address, ImportFormat.Text, "详细地址", "门店地址"),
        new(Hotline, ImportFormat.Phone, "门店电话", "热线", "电话"),
        new(Contact, ImportFormat.Text, "负责人"),
        new(Position, ImportFormat.Text, "经纬度", "坐标"),
        new(OpenDays, ImportFormat.Text, "营业日期"),
        new(OpensAt, ImportFormat.Text, "开始营业时间"),
        new(ClosesAt, ImportFormat.Text, "结束营业时间"),
        new(Channels, ImportFormat.Text, "接收来源"),
        new(Series, ImportFormat.Text, "销售车系"),
        new(Capacity, ImportFormat.Number, "线索上限"),
    ];

    public string WordOf(string kind) => texts.Create(typeof(PlatformTexts))["dealer_kind." + kind];

    public async Task<DealerDictionaries> ReadDictionariesAsync(Guid brandId, CancellationToken ct)
    {
        var tree = await organisation.TreeAsync(ct);
        var cars = (await series.ListAsync(ct)).Where(s => s.BrandId == brandId).ToList();
        return new(
            DealerKind.All.SelectMany(k => DealerKindWords.Of(k), (kind, word) => (kind, word)).DistinctBy(k => k.word, StringComparer.OrdinalIgnoreCase).ToDictionary(k => k.word, k => k.kind, StringComparer.OrdinalIgnoreCase),
            Named(channels.Select(c => (c.Code, (string)texts.Create(c.Texts)["source." + c.Code]))),
            Named(cars.Select(c => (c.Code, c.Name))),
            tree);
    }

    /// <summary>The dealer's cells today, in the words that files use.</summary>
    public static Dictionary<string, string> Of(Dealer dealer, DealerPlacement? place, DealerDictionaries words) => new(StringComparer.Ordinal)
    {
        [CodeField] = dealer.Code,
        [Name] = dealer.Name,
        [Region] = words.Tree.LabelOf(place?.RegionId) ?? "",
        [SubRegion] = words.Tree.LabelOf(place?.SubRegionId) ?? "",
        [Province] = dealer.Province,
        [City] = dealer.City,
        [District] = dealer.District,
        [Kind] = DealerKindWords.Of(dealer.Kind)[0],
        [AcceptsLeads] = dealer.AcceptsLeads ? "是" : "否",
        [Address] = dealer.Address,
        [Hotline] = dealer.Hotline,
        [Contact] = dealer.Contact,
        [Position] = dealer.At is { } at ? ImportText.Normalise(at.ToString()) : "",
        [OpenDays] = dealer.OpenDays,
        [OpensAt] = dealer.OpensAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        [ClosesAt] = dealer.ClosesAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        [Channels] = string.Join(ListSign, dealer.AcceptsChannels.Select(c => NameOf(words.Channels, c))),
        [Series] = string.Join(ListSign, dealer.SeriesCodes.Select(c => NameOf(words.Series, c))),
        [Capacity] = dealer.LeadCapacity == 0 ? "" : dealer.LeadCapacity.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a list of words.</summary>
    /// <returns>Codes, and the first word that is not known.</returns>
    public static (IReadOnlyList<string> Codes, string? Unknown) ReadList(string text, IReadOnlyDictionary<string, string> codes)
    {
        var written = text.Split(['、', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ([.. written.Where(codes.ContainsKey).Select(w => codes[w])], written.FirstOrDefault(w => !codes.ContainsKey(w)));
    }

    private static string NameOf(IReadOnlyDictionary<string, string> codes, string code) => codes.FirstOrDefault(c => c.Value == code && c.Key != code).Key ?? code;

    private static Dictionary<string, string> Named(IEnumerable<(string Code, string Name)> all)
        => all.SelectMany(one => new[] { (Word: one.Name, one.Code), (Word: one.Code, one.Code) }).DistinctBy(w => w.Word, StringComparer.OrdinalIgnoreCase).ToDictionary(w => w.Word, w => w.Code, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What the words of a file of dealers mean today.</summary>
/// <param name="Kinds">Codes by word.</param>
/// <param name="Channels">Codes by name and by code.</param>
/// <param name="Series">Codes by name and by code.</param>
/// <param name="Tree">Today's tree.</param>
internal sealed record DealerDictionaries(IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<string, string> Channels, IReadOnlyDictionary<string, string> Series, OrganisationTree Tree);
