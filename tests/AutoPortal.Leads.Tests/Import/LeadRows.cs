using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Intake;
using AutoPortal.Testing.Imports;

namespace AutoPortal.Leads.Tests.Import;

internal static class LeadRows
{
    public static IReadOnlyList<ImportRow> Of(params WrittenLead[] rows) => ImportTrial.File([.. rows.Select(Cells)]);

    private static IReadOnlyList<(string, string?)> Cells(WrittenLead row) =>
    [
        ("name", row.Name), ("nickname", row.Nickname), ("phone", row.Phone), ("brand", row.Brand), ("series", row.Series),
        ("province", row.Province), ("city", row.City), ("district", row.District),
        ("source", row.Source), ("source_second", row.SourceSecond), ("source_third", row.SourceThird),
        ("window", row.Window), ("budget", row.Budget), ("dealer", row.Dealer), ("consent", row.Consent), ("submitted_at", row.SubmittedAt),
    ];
}
