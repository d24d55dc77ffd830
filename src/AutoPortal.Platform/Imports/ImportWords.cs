using AutoPortal.Kernel.Workbooks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports;

/// <summary>Finds the words of a refusal: of imports, or of files that cannot be read.</summary>
internal static class ImportWords
{
    public static string Of(IStringLocalizerFactory texts, string code, IReadOnlyList<object> details)
    {
        var words = texts.Create(typeof(PlatformTexts))[code, [.. details]];
        return words.ResourceNotFound ? texts.Create(typeof(TableTexts))[code, [.. details]] : words;
    }
}
