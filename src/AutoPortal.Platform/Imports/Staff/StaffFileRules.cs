using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>What the rows of one file of staff become.</summary>
/// <param name="byId">Who brings it: nobody changes their own place or days.</param>
internal sealed class StaffFileRules(ImportOrder order, StaffDictionaries words, StaffAccounts accounts, Guid byId, TimeProvider clock) : ImportRules<PlatformDb>
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _changed = [];

    public override async Task<IReadOnlyList<RowVerdict>> PreviewAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var verdicts = await JudgeAsync(db, rows, ct);
        db.ChangeTracker.Clear();
        return [.. verdicts.Select(v => v.Verdict.Outcome is RowOutcome.Created ? v.Verdict with { RootId = null } : v.Verdict)];
    }

    public override async Task<IReadOnlyList<RowVerdict>> ApplyAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var judged = await JudgeAsync(db, rows, ct);
        var hired = judged.Select(j => j.Hired).OfType<Hired>().ToList();
        var ids = hired.Count == 0 ? [] : await accounts.MakeAsync([.. hired.Select(h => (h.SignIn, h.Row.Description.Name))], db.Scope.TenantId, ct);
        foreach (var (id, signIn, row) in hired)
        {
            var member = new Membership(id, ids[signIn.Text], row.Description.Name, row.Role!.Id, row.Seat!.Value.Reach, row.Seat.Value.NodeId, row.Description.FromOn);
            member.Describe(row.Description);
            db.Memberships.Add(member);
        }

        db.Announce(PlatformTopics.Access, "");
        return [.. judged.Select(j => j.Verdict)];
    }

    private async Task<List<(RowVerdict Verdict, Hired? Hired)>> JudgeAsync(PlatformDb db, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var targets = await StaffTargets.ReadAsync(db, accounts, rows, Today, ct);
        var judged = new List<(RowVerdict, Hired?)>(rows.Count);
        foreach (var row in rows)
        {
            var target = targets.Find(row);
            var (verdict, hired) = Judge(row, target);
            if (verdict is { Outcome: RowOutcome.Updated, RootId: { } changed })
            {
                _changed.Add(changed);
            }
            else if (verdict.Outcome is RowOutcome.Refused)
            {
                // Some of its cells may have held before one did not: a refused row changes none. What an earlier row changed stays.
                foreach (var place in target.Places.Where(p => !_changed.Contains(p.Id)))
                {
                    db.Entry(place).CurrentValues.SetValues(db.Entry(place).OriginalValues);
                }
            }

            judged.Add((verdict, hired));
        }

        return judged;
    }

    private (RowVerdict, Hired?) Judge(ImportRow row, StaffTarget target)
    {
        if (target.Issue is { } issue)
        {
            return (Refused(row, [issue], issue.Code == "stamp_is_not_known" ? "refused:unknown" : null), null);
        }

        if (IsSecond(target))
        {
            return (new(row.Number, RowOutcome.Skipped, "duplicate") { Issues = [new(StaffFile.SignIn, "person_twice")] }, null);
        }

        var (signIn, places) = (target.SignIn, target.Places);
        return (places, order.Mode) switch
        {
            ([], ImportMode.Update) => (Refused(row, [new(StaffFile.SignIn, "is_not_known")], "refused:unknown"), null),
            ([], _) => Hire(row, signIn),
            (_, ImportMode.Create) => (Refused(row, [new(StaffFile.SignIn, "is_known")], "refused:known"), null),
            ([var only], _) => (Change(row, signIn, only), null),
            _ => (Refused(row, [new(StaffFile.SignIn, "has_several_places")]), null),
        };
    }

    // A person may stand in an exported file once for each of their places.
    private bool IsSecond(StaffTarget target)
        => target.IsStamped
            ? !_seen.Add(target.Places[0].Id.ToString())
            : !_seen.Add(target.SignIn.Text) | (target.Places is [var only] && !_seen.Add(only.Id.ToString()));

    private (RowVerdict, Hired?) Hire(ImportRow row, SignInName signIn)
    {
        var read = StaffRow.Read(row.Values, words, Today);
        List<RowIssue> issues = [.. StaffRow.Missing(row), .. read.Issues];
        if (read.Seat is { } seat && WhyNot(read.Role!, seat) is { } misplaced)
        {
            issues.Add(misplaced);
        }

        var id = Ids.New(clock);
        if (issues.Count == 0 && new Membership(id, Guid.Empty, "", read.Role!.Id, read.Seat!.Value.Reach, read.Seat.Value.NodeId, read.Description.FromOn).Describe(read.Description) is { } refusal)
        {
            issues.Add(StaffRow.IssueOf(refusal));
        }

        return issues.Count > 0 ? (Refused(row, issues), null) : (new(row.Number, RowOutcome.Created, "created") { RootId = id }, new(id, signIn, read));
    }

    private RowVerdict Change(ImportRow row, SignInName signIn, Membership member)
    {
        if (order.DealerIds is { } mine && (member.DealerId is not { } at || !mine.Contains(at)))
        {
            return Refused(row, [new(StaffFile.Dealer, "other_dealer")], "refused:other_dealer");
        }

        var stored = StaffRow.CellsOf(member, signIn.Text, words);
        var given = row with
        {
            Values = new Dictionary<string, string>(Canonical(row.Values), StringComparer.Ordinal) { [StaffFile.SignIn] = signIn.Text },
            Stamp = row.Stamp is { } stamp ? stamp with { Values = Canonical(stamp.Values) } : null,
        };
        var decided = stored.Keys.Select(f => (Field: f, Decided: ThreeWay.Decide(f, stored[f], given, order.TakeConflicts))).ToList();
        var differences = decided.Select(d => d.Decided.Difference).OfType<CellDifference>().ToList();
        if (differences.Count == 0)
        {
            return new(row.Number, RowOutcome.Same, "same") { RootId = member.Id };
        }

        var read = StaffRow.Read(decided.Where(d => d.Decided.Value.Length > 0).ToDictionary(d => d.Field, d => d.Decided.Value), words, Today);
        return read.Issues.Count > 0 ? Refused(row, read.Issues) with { Differences = differences }
            : WhyNot(read.Role!, read.Seat!.Value, member) is { } misplaced ? Refused(row, [misplaced]) with { Differences = differences }
            : Take(member, read) is { } refusal ? Refused(row, [StaffRow.IssueOf(refusal)]) with { Differences = differences }
            : new(row.Number, RowOutcome.Updated, "updated") { RootId = member.Id, Differences = differences };
    }

    private Refusal? Take(Membership member, StaffRow read)
        => member.AccountId == byId && member.UntilOn != read.Description.UntilOn ? PlatformRefusals.CannotLockYourself
            : member.Describe(read.Description) ?? member.Appoint(read.Role!, read.Seat!.Value, byId);

    // Words that mean what is stored are no difference, however they are written.
    private Dictionary<string, string> Canonical(IReadOnlyDictionary<string, string> values)
    {
        var canonical = new Dictionary<string, string>(values, StringComparer.Ordinal);
        void Write(string field, Func<string, string?> word)
        {
            if (canonical.TryGetValue(field, out var written) && word(written) is { } known)
            {
                canonical[field] = known;
            }
        }

        Write(StaffFile.SignIn, StaffRow.Tidy);
        Write(StaffFile.Role, word => words.RoleOf(word) is { } role ? words.NameOf(role.Id) : null);
        Write(StaffFile.Dealer, word => words.DealerOf(word)?.Code);
        Write(StaffFile.Region, word => words.RegionOf(word)?.Name);
        Write(StaffFile.FromOn, word => ImportText.Day(word)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Write(StaffFile.UntilOn, word => ImportText.Day(word)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return canonical;
    }

    private RowIssue? WhyNot(Role role, Seat seat, Membership? member = null)
    {
        var dealer = seat.IsAtDealer ? words.Tree.Dealers.FirstOrDefault(d => d.Id == seat.NodeId) : null;
        return order.DealerIds is { } mine && (dealer is null || !mine.Contains(dealer.Id)) ? new(StaffFile.Dealer, "other_dealer")
            : dealer is { State: "left" } && member?.DealerId != dealer.Id ? StaffRow.IssueOf(PlatformRefusals.DealerHasLeft) with { Field = StaffFile.Dealer }
            : RoleReach.WhyNot(role.Template, seat) is { } refusal ? StaffRow.IssueOf(refusal)
            : null;
    }

    private static RowVerdict Refused(ImportRow row, IReadOnlyList<RowIssue> issues, string? result = null)
        => new(row.Number, RowOutcome.Refused, result ?? "invalid:" + issues[0].Code) { Issues = issues };

    private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());

    private sealed record Hired(Guid Id, SignInName SignIn, StaffRow Row);
}
