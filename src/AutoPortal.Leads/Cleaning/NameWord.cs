using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>What was named, as far as it can be taken back.</summary>
/// <param name="Key">As aliases compare it.</param>
/// <param name="CodeBefore">What it meant before, or null.</param>
/// <param name="Leads">Those that were cleaned again.</param>
internal sealed record NamedWord(string Field, string Key, string? CodeBefore, string Code, IReadOnlyList<Guid> Leads);

/// <summary>Says what a word of files stands for, for every lead that waits with it and from then on.</summary>
internal sealed class NameWord(IDbContextFactory<LeadsDb> dbs, Recleaning recleaning, WordCodes codes, CurrentScope scope, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>Which waiting leads were cleaned again, and what must be known to take it back.</returns>
    public async Task<Outcome<NamedWord>> RunAsync(string field, string word, string code, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Clean))
        {
            return Refusal.NotAllowed;
        }

        if (!CleaningFields.WithAliases.Contains(field) || string.IsNullOrWhiteSpace(word) || !await codes.KnowsAsync(field, code, ct))
        {
            return LeadRefusals.CodeIsUnknown;
        }

        var act = new Act(scope.UserId, LeadActor.CleaningClerk, clock.GetUtcNow(), "word_named");
        var key = CleaningAliases.Key(word);
        var (saved, before) = await KeepAsync(field, key, code, act, ct);
        return saved.IsOk ? new NamedWord(field, key, before, code, await CleanWaitingAsync(field, key, act, ct)) : saved.Refusal;
    }

    private async Task<(Outcome Saved, string? CodeBefore)> KeepAsync(string field, string key, string code, Act act, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        string? before = null;
        if (await db.CleaningAliases.SingleOrDefaultAsync(a => a.Field == field && a.Word == key, ct) is { } known)
        {
            before = known.Code;
            known.Means(code, act);
        }
        else
        {
            db.Add(new CleaningAlias(field, key, code, act));
        }

        return (await db.SaveAsync(ct), before);
    }

    // Leads that a dealer has by now keep their answers: they are the dealer's to ask.
    private async Task<IReadOnlyList<Guid>> CleanWaitingAsync(string field, string key, Act act, CancellationToken ct)
    {
        var after = Guid.Empty;
        var cleaned = new List<Guid>();
        while (true)
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            var ids = await db.UnknownWords.Where(w => w.Field == field && w.Word == key && w.LeadId.CompareTo(after) > 0).OrderBy(w => w.LeadId).Select(w => w.LeadId).Take(BatchSize).ToListAsync(ct);
            if (ids.Count == 0)
            {
                return cleaned;
            }

            after = ids[^1];
            var leads = (await db.Leads.Where(l => ids.Contains(l.Id)).ToListAsync(ct)).Where(l => l.CanBeCleanedAgain).ToList();
            if (leads.Count > 0)
            {
                await recleaning.RunAsync(db, leads, act, ct);
                await db.SaveAsync(ct);
                cleaned.AddRange(leads.Select(l => l.Id));
            }
        }
    }
}
