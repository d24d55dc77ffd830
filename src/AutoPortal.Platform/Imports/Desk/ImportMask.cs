using System.Globalization;
using System.Text.RegularExpressions;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>Shows cells of files without giving people away: whoever may see more opens the record.</summary>
internal static partial class ImportMask
{
    /// <param name="field">What the cell stands for; null where its column is left out.</param>
    /// <param name="text">What stands in it.</param>
    public static string Of(ImportField? field, string? text)
        => string.IsNullOrEmpty(text) ? ""
            : field is not { IsPersonal: true } ? Phones().Replace(text, phone => PhoneVault.Mask(phone.Value))
            : field.Format is ImportFormat.Phone ? PhoneVault.Mask(text)
            : StringInfo.GetNextTextElement(text) + "**";

    /// <summary>An issue without the personal words that it may repeat.</summary>
    public static RowIssue Of(IImportKind kind, RowIssue issue)
    {
        var field = kind.Fields.FirstOrDefault(f => f.Code == issue.Field);
        return issue with { Details = [.. issue.Details.Select(detail => Of(field, detail))] };
    }

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Phones();
}
