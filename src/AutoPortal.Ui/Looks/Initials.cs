using System.Globalization;

namespace AutoPortal.Ui.Looks;

/// <summary>The one or two letters that stand for a person.</summary>
public static class Initials
{
    /// <summary>The last two characters of a Chinese name, the first letters of first and last word of any other.</summary>
    public static string Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return "?";
        }

        if (IsHan(words[^1][0]))
        {
            var letters = StringInfo.ParseCombiningCharacters(words[^1]);
            return letters.Length <= 2 ? words[^1] : words[^1][letters[^2]..];
        }

        var first = First(words[0]);
        return words.Length == 1 ? first : first + First(words[^1]);
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff';
}
