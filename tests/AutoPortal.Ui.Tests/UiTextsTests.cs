using System.Collections;
using System.Globalization;
using System.Resources;
using AutoPortal.Ui.Gallery;

namespace AutoPortal.Ui.Tests;

public sealed class UiTextsTests
{
    [Theory]
    [InlineData(typeof(UiTexts))]
    [InlineData(typeof(GalleryTexts))]
    public void Every_word_exists_in_Chinese_and_in_English(Type texts)
        => Keys(texts, "en").ShouldBe(Keys(texts, ""), ignoreOrder: true);

    private static List<string> Keys(Type texts, string culture)
    {
        var set = new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        return [.. set.ShouldNotBeNull().Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }
}
