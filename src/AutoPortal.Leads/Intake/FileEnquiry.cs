using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Intake;

/// <summary>A row of a file as an enquiry. Reading decides nothing: what is missing or unknown is left for the cleaning rules, and said beside.</summary>
/// <param name="SubmittedAt">Null where the file does not say, or not in a form that can be read.</param>
/// <param name="Issues">Cells that could not be read as they stand; words that rule 5 does not know are its flags, not these.</param>
internal sealed record FileEnquiry(Enquiry Enquiry, DateTimeOffset? SubmittedAt, IReadOnlyList<FieldIssue> Issues)
{
    public static FileEnquiry Read(WrittenLead row, FileFacts facts)
    {
        var issues = new List<FieldIssue>();
        var enquiry = new Enquiry
        {
            BrandId = ReadBrand(row.Brand, facts, issues),
            Name = Written(row.Name) ?? Written(row.Nickname),
            Phone = Written(row.Phone),
            HasContactConsent = ReadConsent(row.Consent, issues),
            Source = Written(row.Source),
            SourceSecond = Written(row.SourceSecond),
            SourceThird = Written(row.SourceThird),
            Province = Written(row.Province),
            City = Written(row.City),
            District = Written(row.District),
            Series = Written(row.Series),
            Window = Written(row.Window),
            Budget = Written(row.Budget),
            Dealer = Written(row.Dealer),
            Proof = ContactProof.Unverified,
        };
        return new(enquiry, ReadTime(row.SubmittedAt, facts.Now, issues), issues);
    }

    /// <summary>The row on its way into the intake.</summary>
    /// <param name="tenantId">Whose keys seal the person.</param>
    /// <param name="vault">Seals.</param>
    /// <param name="importRunId">The file run that brings it.</param>
    /// <param name="now">When it came, where the file does not say.</param>
    public Arrival Arrive(Guid tenantId, PhoneVault vault, Guid importRunId, DateTimeOffset now)
        => new(Enquiry, Contacts.Of(Enquiry, tenantId, vault), new(null, null, null, null, SubmittedAt ?? now) { ImportRunId = importRunId });

    private static string? Written(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : cell.Trim();

    private static Guid? ReadBrand(string? cell, FileFacts facts, List<FieldIssue> issues)
    {
        if (Written(cell) is not { } brand)
        {
            return facts.BrandId;
        }

        if (facts.Brands.TryGetValue(brand, out var id))
        {
            return id;
        }

        issues.Add(new("brand", "unknown_word", brand));
        return null;
    }

    // Silence is no consent, and neither is a word that we do not know.
    private static bool ReadConsent(string? cell, List<FieldIssue> issues)
    {
        if (Written(cell) is not { } written)
        {
            return false;
        }

        if (FileWords.ReadYes(written) is { } consent)
        {
            return consent;
        }

        issues.Add(new("consent", "unknown_word", written));
        return false;
    }

    private static DateTimeOffset? ReadTime(string? cell, DateTimeOffset now, List<FieldIssue> issues)
    {
        if (Written(cell) is not { } written)
        {
            return null;
        }

        var time = FileWords.ReadTime(written);
        if (time is null || time > now)
        {
            issues.Add(new("submitted_at", time is null ? "unreadable_time" : "lies_ahead", written));
            return null;
        }

        return time;
    }
}
