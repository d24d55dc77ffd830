using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Leads.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.Rules;

/// <summary>Takes back what a clerk said that a word means; leads that were read by it stay until the rules run on them again.</summary>
internal sealed class ForgetWord(IDbContextFactory<LeadsDb> dbs, CurrentScope scope)
{
    public async Task<Outcome> RunAsync(Guid aliasId, CancellationToken ct)
    {
        if (!scope.May(LeadsPermissions.Rules))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.CleaningAliases.SingleOrDefaultAsync(a => a.Id == aliasId, ct) is not { } alias)
        {
            return LeadRefusals.RowIsGone;
        }

        db.Remove(alias);
        return await db.SaveAsync(ct);
    }
}
