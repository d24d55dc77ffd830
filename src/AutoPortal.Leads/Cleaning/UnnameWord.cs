using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Cleaning;

/// <summary>Takes a meaning back that was just given: the word means again what it meant, and its leads that no dealer has yet are cleaned again.</summary>
internal sealed class UnnameWord(IDbContextFactory<LeadsDb> dbs, Recleaning recleaning, CurrentScope scope, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <returns>How many leads were cleaned again.</returns>
    public async Task<Outcome<int>> RunAsync(NamedWord named, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Clean))
        {
            return Refusal.NotAllowed;
        }

        var act = new Act(scope.UserId, LeadActor.CleaningClerk, clock.GetUtcNow(), "undone");
        if (await MeanAgainAsync(named, act, ct) is { } refusal)
        {
            return refusal;
        }

        var cleaned = 0;
        foreach (var ids in named.Leads.Chunk(BatchSize))
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            var leads = (await db.Leads.Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(ct)).Where(l => l.CanBeCleanedAgain).ToList();
            if (leads.Count > 0)
            {
                await recleaning.RunAsync(db, leads, act, ct);
                cleaned += (await db.SaveAsync(ct)).IsOk ? leads.Count : 0;
            }
        }

        return cleaned;
    }

    private async Task<Refusal?> MeanAgainAsync(NamedWord named, Act act, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var alias = await db.CleaningAliases.SingleOrDefaultAsync(a => a.Field == named.Field && a.Word == named.Key, ct);
        if (alias?.Code != named.Code)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (named.CodeBefore is { } before)
        {
            alias.Means(before, act);
        }
        else
        {
            db.Remove(alias);
        }

        return (await db.SaveAsync(ct)).Refusal;
    }
}
