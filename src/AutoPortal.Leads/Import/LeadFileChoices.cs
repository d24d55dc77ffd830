using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Import;

/// <summary>What may be written into a file of leads today, in the words of the dictionaries.</summary>
internal static class LeadFileChoices
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Market market) => new Dictionary<string, IReadOnlyList<string>>
    {
        ["brand"] = [.. market.BrandNames],
        ["series"] = [.. market.SeriesNames],
        ["source"] = [.. SourceTree.Sources.Select(s => s.Name)],
        ["window"] = [.. PurchaseWindows.FileWords],
        ["dealer"] = [.. market.DealerCodes],
        ["consent"] = ["是", "否"],
    };
}
