using System.Globalization;

namespace AutoPortal.Activities.SignUps;

internal static class NameMask
{
    /// <summary>The first sign and two asterisks, however long the name is: its length says something too.</summary>
    public static string Of(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name) is { Length: <= 8 } first ? first + "**" : "**";
}
