using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Import;

/// <summary>What the rows of one file of leads become.</summary>
internal sealed class LeadFileRules(ImportOrder order, FileFacts facts, Market market, LeadIntake intake, LeadPreview preview, LeadCorrections corrections, PhoneVault vault, TimeProvider clock) : ImportRules<LeadsDb>
{
    public override async Task<IReadOnlyList<RowVerdict>> PreviewAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var read = Read(New(rows));
        var taken = await preview.ScreenAsync([.. read.Where(r => r.Foreign is null).Select(r => r.Enquiry.Enquiry)], ct);
        return InOrder(Verdicts(read, taken, isPreview: true), await corrections.PreviewAsync(db, Known(rows), ct));
    }

    public override async Task<IReadOnlyList<RowVerdict>> ApplyAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var read = Read(New(rows));
        var now = clock.GetUtcNow();
        var arrivals = read.Where(r => r.Foreign is null).Select(r => r.Enquiry.Arrive(db.Scope.TenantId, vault, order.RunId, now)).ToList();
        var taken = Verdicts(read, await intake.TakeInAsync(db, arrivals, now, ct, new IntakeWay(Quietly: order.IsQuiet)), isPreview: false);
        return InOrder(taken, await corrections.ApplyAsync(db, Known(rows), ct));
    }

    private static IReadOnlyList<ImportRow> New(IReadOnlyList<ImportRow> rows) => [.. rows.Where(r => r.Stamp is null)];

    private static IReadOnlyList<ImportRow> Known(IReadOnlyList<ImportRow> rows) => [.. rows.Where(r => r.Stamp is not null)];

    private static IReadOnlyList<RowVerdict> InOrder(IReadOnlyList<RowVerdict> taken, IReadOnlyList<RowVerdict> corrected)
        => corrected.Count == 0 ? taken : [.. taken.Concat(corrected).OrderBy(v => v.RowNumber)];

    private List<ReadRow> Read(IReadOnlyList<ImportRow> rows) => [.. rows.Select(row =>
    {
        var enquiry = FileEnquiry.Read(Written(row), facts);
        return new ReadRow(row, enquiry, Foreign(enquiry.Enquiry));
    })];

    private static WrittenLead Written(ImportRow row) => new()
    {
        Name = row["name"],
        Nickname = row["nickname"],
        Phone = row["phone"],
        Brand = row["brand"],
        Series = row["series"],
        Province = row["province"],
        City = row["city"],
        District = row["district"],
        Source = row["source"],
        SourceSecond = row["source_second"],
        SourceThird = row["source_third"],
        Window = row["window"],
        Budget = row["budget"],
        Dealer = row["dealer"],
        Consent = row["consent"],
        SubmittedAt = row["submitted_at"],
    };

    // A dealer's people bring in what is their dealer's own: every row names it.
    private RowIssue? Foreign(Enquiry enquiry)
        => order.DealerIds is not { } mine || (enquiry.Dealer is { } named && market.FactsOf(enquiry.BrandId).DealersByName.TryGetValue(named, out var dealer) && mine.Contains(dealer))
            ? null
            : new RowIssue("dealer", "other_dealer");

    private static List<RowVerdict> Verdicts(List<ReadRow> read, IReadOnlyList<TakenIn> taken, bool isPreview)
    {
        var next = 0;
        return read.ConvertAll(row => row.Foreign is { } foreign
            ? new RowVerdict(row.Row.Number, RowOutcome.Refused, "refused:other_dealer") { Issues = [foreign] }
            : VerdictOf(row, taken[next++], isPreview));
    }

    private static RowVerdict VerdictOf(ReadRow row, TakenIn taken, bool isPreview)
    {
        var (outcome, result) = taken.Outcome switch
        {
            // An accepted enquiry is new whichever lead holds it: whether a dealer takes the person's old one back is known only when it is given out.
            TakenInOutcome.Accepted or TakenInOutcome.Reactivated => (RowOutcome.Created, "accepted"),
            TakenInOutcome.Merged => (RowOutcome.Merged, "merged"),
            _ => (RowOutcome.Refused, "invalid:" + taken.InvalidReason),
        };
        return new(row.Row.Number, outcome, result)
        {
            RootId = isPreview ? null : taken.LeadId,
            Facet = result == "accepted" ? taken.Level.ToString() : null,
            Issues = [.. LeadFileIssues.Of(row.Row, taken), .. row.Enquiry.Issues.Select(i => new RowIssue(i.Field, i.Reason, IsWarning: true) { Details = [i.Word] })],
        };
    }

    private sealed record ReadRow(ImportRow Row, FileEnquiry Enquiry, RowIssue? Foreign);
}
