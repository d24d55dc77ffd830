using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>Says what a word of files stands for, for every lead that waits with it and from then on.</summary>
internal sealed class NameWord(IDbContextFactory<LeadsDb> dbs, Recleaning recleaning, WordCodes codes, CurrentScope scope, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>How many waiting leads were cleaned again.</returns>
    public async Task<Outcome<int>> RunAsync(string field, string word, string code, CancellationToken ct)
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
        if (await KeepAsync(field, CleaningAliases.Key(word), code, act, ct) is { IsOk: false } refused)
        {
            return refused.Refusal;
        }

        return await CleanWaitingAsync(field, CleaningAliases.Key(word), act, ct);
    }

    private async Task<Outcome> KeepAsync(string field, string key, string code, Act act, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.CleaningAliases.SingleOrDefaultAsync(a => a.Field == field && a.Word == key, ct) is { } known)
        {
            known.Means(code, act);
        }
        else
        {
            db.Add(new CleaningAlias(field, key, code, act));
        }

        return await db.SaveAsync(ct);
    }

    // Leads that a dealer has by now keep their answers: they are the dealer's to ask.
    private async Task<int> CleanWaitingAsync(string field, string key, Act act, CancellationToken ct)
    {
        var (after, cleaned) = (Guid.Empty, 0);
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
                cleaned += leads.Count;
                await db.SaveAsync(ct);
            }
        }
    }
}
