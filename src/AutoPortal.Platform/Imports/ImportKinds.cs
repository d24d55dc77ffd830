using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports;

/// <summary>All kinds of files that can be imported, and their words.</summary>
internal sealed class ImportKinds(IEnumerable<IImportKind> kinds, IStringLocalizerFactory texts, CurrentUser user)
{
    private static readonly System.Globalization.CultureInfo[] Languages = [new("zh-CN"), new("en")];

    public IReadOnlyList<IImportKind> Mine => [.. kinds.Where(k => user.May(k.Permission))];

    public IImportKind? Find(string code) => kinds.FirstOrDefault(k => k.Code == code);

    public string TitleOf(IImportKind kind) => texts.Create(kind.Texts)[$"import.{kind.Code}"];

    /// <summary>One sentence on what a file of the kind does; null where it says none.</summary>
    public string? PurposeOf(IImportKind kind) => texts.Create(kind.Texts)[$"import.{kind.Code}.purpose"] is { ResourceNotFound: false } words ? words.Value : null;

    public string TitleOf(IImportKind kind, ImportField field) => texts.Create(kind.Texts)[$"import.{kind.Code}.{field.Code}"];

    /// <summary>An issue's words: the kind's own, the house's for all kinds, or those of the domain's refusal.</summary>
    public string WordsOf(IImportKind kind, RowIssue issue)
    {
        (Type Texts, string Key)[] places = [(kind.Texts, $"import.issue.{issue.Code}"), (typeof(PlatformTexts), $"import.issue.{issue.Code}"), (typeof(PlatformTexts), $"platform.{issue.Code}")];
        // A result that is told by its issue's words has nothing to fill them with.
        return places.Select(place => texts.Create(place.Texts)[place.Key, [.. issue.Details, "…", "…", "…"]]).FirstOrDefault(words => !words.ResourceNotFound) ?? issue.Code;
    }

    /// <summary>An issue's words with the field that it is about.</summary>
    public string SentenceOf(IImportKind kind, RowIssue issue)
        => kind.Fields.FirstOrDefault(f => f.Code == issue.Field) is { } field
            ? texts.Create(typeof(PlatformTexts))["imports.issue", TitleOf(kind, field), WordsOf(kind, issue)]
            : WordsOf(kind, issue);

    /// <summary>A result's words: the kind's own, or the house's for all kinds.</summary>
    public string ResultOf(IImportKind kind, string result)
    {
        var words = texts.Create(kind.Texts)[$"import.result.{result}"];
        var house = words.ResourceNotFound ? texts.Create(typeof(PlatformTexts))[$"import.result.{result}"] : words;
        return house.ResourceNotFound && result.Split(':') is [_, var code] ? WordsOf(kind, new RowIssue("", code)) : house;
    }

    /// <summary>What the second count of results is called.</summary>
    public string FacetOf(IImportKind kind, string facet) => texts.Create(kind.Texts)[$"import.facet.{facet}"];

    /// <summary>A field's titles in every language, so that a file made in one is read in the other.</summary>
    public IEnumerable<string> AllTitlesOf(IImportKind kind, ImportField field)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            var titles = new List<string>();
            foreach (var language in Languages)
            {
                System.Globalization.CultureInfo.CurrentUICulture = language;
                titles.Add(TitleOf(kind, field));
            }

            return titles;
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
