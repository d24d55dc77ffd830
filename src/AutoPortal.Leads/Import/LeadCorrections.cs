using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Allocate;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Import;

/// <summary>Rows of an exported list that come back. The lead is known by its stamp: its answers are corrected, and nobody has enquired again.</summary>
internal sealed class LeadCorrections(ImportOrder order, IReadOnlyList<ImportField> fields, Market market, Recleaning recleaning, PhoneVault vault, TimeProvider clock)
{
    private readonly HashSet<Guid> _seen = [];

    public async Task<IReadOnlyList<RowVerdict>> PreviewAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var leads = await ReadAsync(db.Leads.AsNoTracking(), rows, ct);
        return [.. rows.Select(row => Judge(row, leads.GetValueOrDefault(row.Stamp!.RootId)).Verdict)];
    }

    public async Task<IReadOnlyList<RowVerdict>> ApplyAsync(LeadsDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        db.IsQuiet |= order.IsQuiet;
        var leads = await ReadAsync(db.Leads.Include(l => l.Plans.Where(p => p.DoneAt == null && p.DroppedAt == null)), rows, ct);
        await ContactLocks.TakeAsync(db, leads.Values.Select(l => l.PhoneHash), ct);
        var judged = rows.Select(row => Judge(row, leads.GetValueOrDefault(row.Stamp!.RootId))).ToList();
        var corrected = judged.Where(j => j.Correction is not null).Select(j => j.Correction!).ToList();
        foreach (var correction in corrected)
        {
            Take(correction);
        }

        var act = Act.OfTheHouse(clock.GetUtcNow(), "corrected_by_file");
        var again = corrected.Where(c => c.Lead.CanBeCleanedAgain).Select(c => c.Lead).ToList();
        if (again.Count > 0)
        {
            await recleaning.RunAsync(db, again, act, ct);
        }

        await NewLeads.FindByNameAsync(db, [.. corrected.Where(c => c.Name is not null).Select(c => c.Lead)], ct);
        foreach (var topic in corrected.SelectMany(c => LeadTopics.Of(c.Lead)).Distinct())
        {
            db.Announce(topic, "");
        }

        return judged.ConvertAll(j => j.Verdict);
    }

    private static async Task<Dictionary<Guid, Lead>> ReadAsync(IQueryable<Lead> leads, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Stamp!.RootId).Distinct().ToList();
        return await leads.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
    }

    private (RowVerdict Verdict, Correction? Correction) Judge(ImportRow row, Lead? lead)
    {
        if (lead is null)
        {
            return (Refused(row, [new("", "stamp_is_not_known")], "refused:unknown"), null);
        }

        if (order.DealerIds is { } mine && (lead.DealerId is not { } at || !mine.Contains(at)))
        {
            return (Refused(row, [new("dealer", "other_dealer")], "refused:other_dealer"), null);
        }

        if (!_seen.Add(lead.Id))
        {
            return (new(row.Number, RowOutcome.Skipped, "duplicate") { Issues = [new("", "lead_twice")] }, null);
        }

        var facts = market.FactsOf(lead.BrandId);
        var given = row with { Values = LeadCells.Canonical(row.Values, facts), Stamp = row.Stamp! with { Values = LeadCells.Canonical(row.Stamp.Values, facts) } };
        var stored = LeadCells.Of(LeadAnswerFacts.Of(lead), market);
        stored[LeadCells.Name] = ImportText.Normalise(lead.Name);
        var decided = LeadCells.Correctable.ToDictionary(f => f, f => ThreeWay.Decide(f, stored[f], given, order.TakeConflicts));
        var differences = decided.Values.Select(d => d.Difference).OfType<CellDifference>().ToList();
        var fix = fields.Where(f => !LeadCells.Correctable.Contains(f.Code) && IsTouched(row, lead, f)).Select(f => new RowIssue(f.Code, "never_by_file")).ToList();
        if (fix.Count > 0)
        {
            return (Refused(row, fix) with { Differences = differences }, null);
        }

        if (differences.Count == 0)
        {
            return (new(row.Number, RowOutcome.Same, "same") { RootId = lead.Id }, null);
        }

        var wanted = decided.Where(d => d.Value.Value != stored[d.Key]).ToDictionary(d => d.Key, d => d.Value.Value);
        var correction = CorrectionOf(lead, wanted);
        var issues = WhyNot(correction, wanted, facts).ToList();
        return issues.Count > 0
            ? (Refused(row, issues) with { Differences = differences }, null)
            : (new(row.Number, RowOutcome.Updated, "updated") { RootId = lead.Id, Differences = differences }, wanted.Count == 0 ? null : correction);
    }

    // What identifies a lead, or says whose it is, is compared with what went out: a cell that nobody touched says nothing.
    private bool IsTouched(ImportRow row, Lead lead, ImportField field)
    {
        var written = row[field.Code];
        if (field.Code == LeadCells.Phone && (ImportText.IsMasked(written) || written.Length == 0 || (PhoneNumber.TryNormalise(written, out var phone) && vault.Hash(lead.TenantId, phone) == lead.PhoneHash)))
        {
            return false;
        }

        return written != ImportText.Normalise(row.Stamp!.Values.GetValueOrDefault(field.Code));
    }

    private Correction CorrectionOf(Lead lead, Dictionary<string, string> wanted)
    {
        var words = wanted.Where(w => w.Key != LeadCells.Name).Select(w => new WrittenWord(w.Key, w.Value)).ToList();
        var enquiry = lead.AsEnquiry(vault.Open(lead.TenantId, lead.PhoneSealed));
        return new(lead, wanted.GetValueOrDefault(LeadCells.Name), words, Mended(enquiry, words));
    }

    private static Enquiry Mended(Enquiry enquiry, List<WrittenWord> words)
    {
        string? Word(string field, string? now) => words.Find(w => w.Field == field) is { } mended ? mended.Word : now;
        return enquiry with
        {
            Series = Word(CleaningFields.Series, enquiry.Series),
            Province = Word(CleaningFields.Province, enquiry.Province),
            City = Word(CleaningFields.City, enquiry.City),
            District = Word(CleaningFields.District, enquiry.District),
            Window = Word(CleaningFields.Window, enquiry.Window),
            Budget = Word(CleaningFields.Budget, enquiry.Budget),
        };
    }

    private IEnumerable<RowIssue> WhyNot(Correction correction, Dictionary<string, string> wanted, CleaningFacts facts)
    {
        var lead = correction.Lead;
        if (!lead.CanBeCorrected)
        {
            yield return new RowIssue("", "lead_is_over");
            yield break;
        }

        if (wanted.TryGetValue(LeadCells.Name, out var name) && name.Length == 0)
        {
            yield return new RowIssue(LeadCells.Name, "missing_field");
        }

        // The rules read answers only of an enquiry that they take; whether they take this one is no matter of its answers.
        var screened = LeadCleaning.Screen(Readable(correction.Enquiry), facts);
        foreach (var field in wanted.Keys.Where(f => wanted[f].Length > 0 && screened.Flags.Contains($"{LeadCleaning.NeedsReview}:{f}")))
        {
            yield return new RowIssue(field, "unknown_word") { Details = [wanted[field]] };
        }

        if (lead.State is not LeadState.Invalid && !LeadCleaning.Screen(correction.Enquiry, facts).IsValid)
        {
            yield return new RowIssue("", "rules_refuse_it");
        }
    }

    private static Enquiry Readable(Enquiry enquiry)
        => enquiry with { Name = "-", Phone = "13800000000", HasContactConsent = true, Source = enquiry.Source ?? "import", BrandId = enquiry.BrandId ?? Guid.Empty };

    private void Take(Correction correction)
    {
        var lead = correction.Lead;
        lead.Mend(correction.Words);
        if (correction.Name is { } name)
        {
            lead.Mend(lead.Remember().Contact with { Name = name });
        }

        if (!lead.CanBeCleanedAgain)
        {
            lead.Correct([.. correction.Words.Select(w => w.Field)], LeadCleaning.Screen(correction.Enquiry, market.FactsOf(lead.BrandId)), market.SchemeOf(lead.BrandId));
        }
    }

    private static RowVerdict Refused(ImportRow row, IReadOnlyList<RowIssue> issues, string? result = null)
        => new(row.Number, RowOutcome.Refused, result ?? "invalid:" + issues[0].Code) { Issues = issues };

    /// <param name="Name">Null leaves it.</param>
    /// <param name="Words">Answers written anew.</param>
    /// <param name="Enquiry">The lead's enquiry with them.</param>
    private sealed record Correction(Lead Lead, string? Name, IReadOnlyList<WrittenWord> Words, Enquiry Enquiry);
}
