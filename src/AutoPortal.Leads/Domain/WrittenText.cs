namespace AutoPortal.Leads.Domain;

/// <summary>Text that people type: without the control characters that a database refuses, and never cut through a character.</summary>
internal static class WrittenText
{
    public static string Of(string written, int longest)
    {
        var text = written.Any(IsUnwanted) ? string.Concat(written.Where(c => !IsUnwanted(c))) : written;
        text = text.Trim();
        return text.Length <= longest ? text
            : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
            : text[..longest];
    }

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
