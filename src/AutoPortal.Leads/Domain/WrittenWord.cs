namespace AutoPortal.Leads.Domain;

/// <summary>One answer as the person or the file wrote it, before it was brought to a code; never a name or a number of a person.</summary>
internal sealed record WrittenWord(string Field, string Word)
{
    public const string SourceSecond = "source_second";
    public const string SourceThird = "source_third";
    private const int Longest = 200;

    /// <summary>What stands in the enquiry, without its blanks.</summary>
    public static IReadOnlyList<WrittenWord> Of(Enquiry enquiry)
        => [.. new (string Field, string? Word)[]
        {
            (CleaningFields.Source, enquiry.Source), (SourceSecond, enquiry.SourceSecond), (SourceThird, enquiry.SourceThird),
            (CleaningFields.Province, enquiry.Province), (CleaningFields.City, enquiry.City), (CleaningFields.District, enquiry.District),
            (CleaningFields.Series, enquiry.Series), (CleaningFields.Window, enquiry.Window), (CleaningFields.Budget, enquiry.Budget), (CleaningFields.Dealer, enquiry.Dealer),
        }.Where(w => !string.IsNullOrWhiteSpace(w.Word)).Select(w => new WrittenWord(w.Field, WrittenText.Of(w.Word!, Longest)))];

    /// <summary>What stands for a field now: what a clerk mended goes before what was written; empty where there is nothing.</summary>
    public static string Of(string field, IReadOnlyList<WrittenWord> mended, IReadOnlyList<WrittenWord> written)
        => (mended.FirstOrDefault(w => w.Field == field) ?? written.FirstOrDefault(w => w.Field == field))?.Word ?? "";

    /// <summary>The levels of a source in one word, as clerks see it and aliases have it.</summary>
    public static string SourceOf(Enquiry enquiry)
        => string.Join(" / ", new[] { enquiry.Source, enquiry.SourceSecond }.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l!.Trim()));
}
