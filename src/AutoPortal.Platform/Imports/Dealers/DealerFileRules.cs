using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>What the rows of one file of dealers become.</summary>
internal sealed class DealerFileRules(ImportOrder order, Guid brandId, DealerDictionaries words, TimeProvider clock) : ImportRules<PlatformDb>
{
    // Codes of earlier rows of the file: the second row of a dealer is a duplicate.
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> _changed = [];

    public override Task<IReadOnlyList<RowVerdict>> PreviewAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct) => JudgeAsync(db, rows, applies: false, ct);

    public override async Task<IReadOnlyList<RowVerdict>> ApplyAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        db.Announce(PlatformTopics.Organisation, "");
        return await JudgeAsync(db, rows, applies: true, ct);
    }

    private async Task<IReadOnlyList<RowVerdict>> JudgeAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, bool applies, CancellationToken ct)
    {
        var codes = rows.Select(r => r[DealerCells.CodeField].ToUpperInvariant()).ToList();
        var stamped = rows.Select(r => r.Stamp?.RootId).OfType<Guid>().ToList();
        var dealers = await db.Dealers.Include(d => d.Placements).Where(d => codes.Contains(d.Code) || stamped.Contains(d.Id)).ToListAsync(ct);
        var places = new DealerPlaces(brandId, await db.Regions.Where(r => r.BrandId == brandId).ToListAsync(ct), await db.SubRegions.ToListAsync(ct), clock);
        var verdicts = new List<RowVerdict>(rows.Count);
        foreach (var row in rows)
        {
            var verdict = Judge(row, dealers, places);
            verdicts.Add(verdict);
            if (verdict is { Outcome: RowOutcome.Updated, RootId: { } changed })
            {
                _changed.Add(changed);
            }

            if (verdict.Outcome is RowOutcome.Refused && Known(row, dealers) is { } untouched && !_changed.Contains(untouched.Id))
            {
                // Some of its cells may have held before one did not: a refused row changes none. What an earlier row changed stays.
                db.Entry(untouched).CurrentValues.SetValues(db.Entry(untouched).OriginalValues);
            }
        }

        if (applies)
        {
            db.AddRange(places.Founded);
            db.AddRange(dealers.Where(d => db.Entry(d).State is EntityState.Detached));
        }
        else
        {
            db.ChangeTracker.Clear();
        }

        return applies ? verdicts : verdicts.ConvertAll(v => v.Outcome is RowOutcome.Created ? v with { RootId = null } : v);
    }

    private RowVerdict Judge(ImportRow row, List<Dealer> dealers, DealerPlaces places)
    {
        var code = row[DealerCells.CodeField].ToUpperInvariant();
        if (code.Length > 0 && !_seen.Add(code))
        {
            return new(row.Number, RowOutcome.Skipped, "duplicate") { Issues = [new(DealerCells.CodeField, "code_twice")] };
        }

        var known = Known(row, dealers);
        return (known, order.Mode) switch
        {
            (null, ImportMode.Update) => Refused(row, [new(DealerCells.CodeField, "is_not_known")], "refused:unknown"),
            (not null, ImportMode.Create) => Refused(row, [new(DealerCells.CodeField, "is_known")], "refused:known"),
            (null, _) => Found(row, code, dealers, places),
            _ => Change(row, known, places),
        };
    }

    private static Dealer? Known(ImportRow row, List<Dealer> dealers)
        => dealers.Find(d => d.Id == row.Stamp?.RootId) ?? dealers.Find(d => d.Code == row[DealerCells.CodeField].ToUpperInvariant());

    private RowVerdict Found(ImportRow row, string code, List<Dealer> dealers, DealerPlaces places)
    {
        var read = DealerRow.Read(row.Values, words);
        List<RowIssue> issues = [.. read.Issues, .. DealerRow.Missing(row)];
        var founded = Dealer.Found(Ids.New(clock), brandId, code, read.Description);
        if (founded.Refusal is { } malformed && issues.TrueForAll(i => i.IsWarning))
        {
            issues.Add(DealerRow.IssueOf(malformed));
        }

        if (issues.Exists(i => !i.IsWarning) || !founded.IsOk || Trade(founded.Value, read, issues) is not null)
        {
            return Refused(row, issues);
        }

        var dealer = founded.Value;
        var also = new List<Guid>();
        if (places.Find(row[DealerCells.Region], row[DealerCells.SubRegion], also, issues) is { } place)
        {
            dealer.PlaceFirst(Ids.New(clock), place.RegionId, place.SubRegionId, Today);
        }

        dealers.Add(dealer);
        return new(row.Number, RowOutcome.Created, "created") { RootId = dealer.Id, Issues = issues, AlsoCreated = also };
    }

    private RowVerdict Change(ImportRow row, Dealer dealer, DealerPlaces places)
    {
        var stored = DealerCells.Of(dealer, dealer.PlacementOn(Today), words);
        var decided = DealerCells.Fields.Select(f => (f.Code, Decided: ThreeWay.Decide(f.Code, stored[f.Code], row, order.TakeConflicts))).ToList();
        var differences = decided.Select(d => d.Decided.Difference).OfType<CellDifference>().ToList();
        differences.RemoveAll(d => d.Field is DealerCells.Region or DealerCells.SubRegion && DealerPlaces.AreOne(d.Stored, d.Given));
        differences.RemoveAll(d => d.Field == DealerCells.CodeField && string.Equals(d.Stored, d.Given, StringComparison.OrdinalIgnoreCase));
        if (differences.Exists(d => d.Field == DealerCells.CodeField))
        {
            return Refused(row, [new(DealerCells.CodeField, "code_never_changes")]) with { Differences = differences };
        }

        if (differences.Count == 0)
        {
            return new(row.Number, RowOutcome.Same, "same") { RootId = dealer.Id };
        }

        var wanted = decided.Where(d => d.Decided.Value.Length > 0).ToDictionary(d => d.Code, d => d.Decided.Value);
        if (differences.Exists(d => d.Field == DealerCells.Region) && row[DealerCells.SubRegion].Length == 0)
        {
            // The old region's part of it is none of the new one's.
            wanted.Remove(DealerCells.SubRegion);
        }

        var read = DealerRow.Read(wanted, words);
        var issues = read.Issues.ToList();
        var also = new List<Guid>();
        if (issues.Exists(i => !i.IsWarning) || Describe(dealer, read, issues) is not null || Trade(dealer, read, issues) is not null || Move(dealer, stored, wanted, places, also, issues) is not null)
        {
            return Refused(row, issues) with { Differences = differences };
        }

        return new(row.Number, RowOutcome.Updated, "updated") { RootId = dealer.Id, Differences = differences, Issues = issues, AlsoCreated = also };
    }

    private static Refusal? Describe(Dealer dealer, DealerRow read, List<RowIssue> issues) => Note(dealer.Describe(read.Description), issues);

    private static Refusal? Trade(Dealer dealer, DealerRow read, List<RowIssue> issues)
    {
        if (Note(dealer.Trade(read.Trade), issues) is { } refusal)
        {
            return refusal;
        }

        dealer.SwitchLeads(read.AcceptsLeads);
        return null;
    }

    private Refusal? Move(Dealer dealer, Dictionary<string, string> stored, Dictionary<string, string> wanted, DealerPlaces places, List<Guid> also, List<RowIssue> issues)
    {
        var (region, subRegion) = (wanted.GetValueOrDefault(DealerCells.Region, ""), wanted.GetValueOrDefault(DealerCells.SubRegion, ""));
        if ((region, subRegion) == (stored[DealerCells.Region], stored[DealerCells.SubRegion]) || places.Find(region, subRegion, also, issues) is not { } place
            || (dealer.PlacementOn(Today) is { } now && (now.RegionId, now.SubRegionId) == place))
        {
            return null;
        }

        var refusal = Note(dealer.Place(Ids.New(clock), place.RegionId, place.SubRegionId, Today, Today), issues);
        if (refusal is not null)
        {
            places.Forget(also);
            issues.RemoveAll(i => i.Code == DealerPlaces.IsFounded);
        }

        return refusal;
    }

    private static Refusal? Note(Refusal? refusal, List<RowIssue> issues)
    {
        if (refusal is not null)
        {
            issues.Add(DealerRow.IssueOf(refusal));
        }

        return refusal;
    }

    private static RowVerdict Refused(ImportRow row, IReadOnlyList<RowIssue> issues, string? result = null)
        => new(row.Number, RowOutcome.Refused, result ?? "invalid:" + issues.First(i => !i.IsWarning).Code) { Issues = issues };

    private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());
}
