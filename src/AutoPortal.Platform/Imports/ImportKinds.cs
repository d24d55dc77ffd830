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

    public string TitleOf(IImportKind kind, ImportField field) => texts.Create(kind.Texts)[$"import.{kind.Code}.{field.Code}"];

    public string WordsOf(IImportKind kind, RowIssue issue)
    {
        var words = texts.Create(kind.Texts)[$"import.issue.{issue.Code}", [.. issue.Details]];
        return words.ResourceNotFound ? texts.Create(typeof(PlatformTexts))[$"import.issue.{issue.Code}", [.. issue.Details]] : words;
    }

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
