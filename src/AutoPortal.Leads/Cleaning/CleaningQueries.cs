using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.List;
using AutoPortal.Leads.Looks;
using AutoPortal.Leads.Work;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What waits for a cleaning clerk.</summary>
internal sealed class CleaningQueries(IDbContextFactory<LeadsDb> dbs, LeadNames names, WordCodes codes, CurrentScope scope)
{
    // Counting further costs more than knowing it helps.
    private const int CountedUpTo = 2_000;
    private const int MostSuggestions = 9;
    private const int MostCalls = 20;

    /// <summary>Oldest first: who has waited longest is looked at first.</summary>
    public async Task<Page<QueueRow>> ListAsync(CleaningQueue queue, Guid? after, int size, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Clean))
        {
            return Page<QueueRow>.Empty;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        var waiting = db.Leads.AsNoTracking().Where(l => l.Queue == queue);
        var total = await waiting.OrderBy(l => l.Id).Take(CountedUpTo + 1).CountAsync(ct);
        var rows = await (after is { } last ? waiting.Where(l => l.Id.CompareTo(last) > 0) : waiting).OrderBy(l => l.Id).Take(size + 1)
            .Select(l => new { l.Id, l.Name, l.PhoneMask, l.InvalidReason, l.Flags, l.CreatedAt }).ToListAsync(ct);
        return new(
            [.. rows.Take(size).Select(l => new QueueRow(l.Id, LeadWords.NameFor(scope, l.Name), l.PhoneMask, l.InvalidReason ?? Why(l.Flags), l.CreatedAt))],
            rows.Count > size ? rows[size - 1].Id.ToString() : null,
            total > CountedUpTo ? null : total);
    }

    /// <returns>Null where there is no such lead in reach.</returns>
    public async Task<CleaningCase?> FindAsync(Guid leadId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Clean))
        {
            return null;
        }

        Lead? lead;
        List<Lead> others;
        List<VerificationCall> calls;
        var waiting = 0;
        OpenField? open;
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            lead = await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == leadId && l.ErasedAt == null, ct);
            if (lead is null)
            {
                return null;
            }

            others = lead.PhoneHash.Length == 0 ? [] : await db.Leads.AsNoTracking().Where(l => l.PhoneHash == lead.PhoneHash && l.Id != lead.Id).OrderByDescending(l => l.Id).Take(MostSuggestions).ToListAsync(ct);
            calls = await db.VerificationCalls.AsNoTracking().Where(c => c.LeadId == leadId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostCalls).ToListAsync(ct);
            open = OpenField.Of(lead);
            if (open is not null)
            {
                waiting = await db.UnknownWords.Where(w => w.Field == open.Field && w.Word == open.Key).Take(CountedUpTo).CountAsync(ct);
            }
        }

        var known = await names.OfAsync(calls.Select(c => c.By), ct);
        return new(
            lead.Id, LeadWords.NameFor(scope, lead.Name), lead.PhoneMask, lead.OwnerId == scope.UserId || scope.May(LeadsPermissions.Reveal), lead.State, lead.Queue, lead.InvalidReason,
            lead.MissedCalls, lead.Proof is not ContactProof.Unverified, lead.CanBeCleanedAgain, lead.Flags, lead.CleaningSteps, Answers(lead, known),
            open is null ? null : new(open.Field, open.Word, Suggestions.For(open.Word, await CodesAsync(open.Field, lead, ct), MostSuggestions), waiting),
            [.. others.Select(l => new SamePerson(l.Id, LeadWords.NameFor(scope, l.Name), l.State, known.Dealer(l.DealerId ?? l.NamedDealerId), l.LastSource, l.CreatedAt, l.State.IsOpen() && l.BrandId == lead.BrandId))])
        {
            Calls = [.. calls.Select(c => new CallRow(c.At, known.Person(c.By), c.WasAnswered, c.WithdrawnAt is not null))],
            CanOverturn = scope.May(LeadsPermissions.Dispatch) && LeadTransitions.Find(lead.State, LeadTrigger.Overturn, scope.PartOn(lead)) is not null,
            Before = lead.Remember(),
        };
    }

    /// <summary>The row as it stands, so that an undo knows whether somebody changed it since.</summary>
    public async Task<uint> VersionAsync(Guid leadId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Leads.Where(l => l.Id == leadId).Select(l => EF.Property<uint>(l, "Version")).SingleOrDefaultAsync(ct);
    }

    private async Task<IReadOnlyList<WordCode>> CodesAsync(string field, Lead lead, CancellationToken ct) => field switch
    {
        CleaningFields.Province => [.. Divisions.ProvinceNames.Select(p => new WordCode(p, p))],
        CleaningFields.City => [.. Divisions.CityNames(lead.Province).Select(c => new WordCode(c, c))],
        CleaningFields.District => [.. Divisions.DistrictNames(lead.Province, lead.City).Select(d => new WordCode(d, d))],
        _ => await codes.OfAsync(field, ct),
    };

    private static IReadOnlyList<AnswerLine> Answers(Lead lead, KnownNames known)
        => [.. new (string Field, string? Read)[]
        {
            (CleaningFields.Source, lead.LastSource.Length == 0 ? null : lead.LastSource), (CleaningFields.Series, known.Series(lead.SeriesCode)), (CleaningFields.Window, lead.Window?.Word()),
            (CleaningFields.Province, lead.Province), (CleaningFields.City, lead.City), (CleaningFields.District, lead.District),
            (CleaningFields.Budget, lead.HasBudget ? "yes" : null), (CleaningFields.Dealer, known.Dealer(lead.NamedDealerId)),
        }.Select(a => new AnswerLine(a.Field, WrittenOf(lead, a.Field), lead.Mended.FirstOrDefault(m => m.Field == a.Field)?.Word, a.Read, lead.Flags.Contains($"{LeadCleaning.NeedsReview}:{a.Field}")))];

    private static string? WrittenOf(Lead lead, string field)
        => string.Join(" / ", lead.Written.Where(w => w.Field == field || (field == CleaningFields.Source && w.Field is WrittenWord.SourceSecond or WrittenWord.SourceThird)).Select(w => w.Word)) is { Length: > 0 } words ? words : null;

    private static string? Why(IReadOnlyList<string> flags)
        => flags.FirstOrDefault(f => f.StartsWith(LeadCleaning.NeedsReview, StringComparison.Ordinal))?.Split(':')[1] ?? flags.FirstOrDefault(f => f == LeadCleaning.RiskPhone);

    private sealed record OpenField(string Field, string Word, string Key)
    {
        public static OpenField? Of(Lead lead)
            => CleaningFields.WithAliases.FirstOrDefault(f => lead.Flags.Contains($"{LeadCleaning.NeedsReview}:{f}")) is { } field
                ? new(field, WrittenOf(lead, field) ?? lead.WordOf(field), lead.WordOf(field))
                : null;
    }
}
