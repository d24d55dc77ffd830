using AutoPortal.Kernel.Imports;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Import;

/// <summary>Says beside which cell a rule failed, and which cells a person should look at.</summary>
internal static class LeadFileIssues
{
    public static IEnumerable<RowIssue> Of(ImportRow row, TakenIn taken)
    {
        if (taken.InvalidReason is { } reason)
        {
            yield return new RowIssue(CellOf(reason, taken), reason);
        }

        foreach (var flag in taken.Flags.Where(f => f != LeadCleaning.Unverified))
        {
            yield return flag.Split(':') is [var word, var cell]
                ? new RowIssue(cell, word, IsWarning: true) { Details = [row[cell]] }
                : new RowIssue(flag == LeadCleaning.NoSeries ? "series" : "phone", flag, IsWarning: true);
        }
    }

    private static string CellOf(string reason, TakenIn taken) => reason switch
    {
        "missing_field" => taken.Steps.FirstOrDefault(s => s.Result is StepResult.Failed)?.Reason ?? "",
        "no_consent" => "consent",
        _ => "phone",
    };
}
