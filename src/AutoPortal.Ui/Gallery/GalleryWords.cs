using System.Globalization;
using System.Resources;

namespace AutoPortal.Ui.Gallery;

/// <summary>What data annotations ask for by property name.</summary>
internal static class GalleryWords
{
    private static readonly ResourceManager Words = new(typeof(GalleryTexts));

    public static string NameMissing => Of("form.name_missing");

    public static string ResultMissing => Of("form.result_missing");

    public static string NextMissing => Of("form.next_missing");

    private static string Of(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
