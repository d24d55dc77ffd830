namespace AutoPortal.Platform.Domain;

/// <summary>Why somebody takes personal data away, or may not.</summary>
internal static class ExportReason
{
    public const int Longest = 200;

    public static string Tidy(string? written)
    {
        var tidy = WrittenName.Tidy(written ?? "");
        return tidy.Length > Longest ? tidy[..Longest] : tidy;
    }
}
