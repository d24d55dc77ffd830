using System.Runtime.CompilerServices;
using System.Text.Json;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps.History;

internal sealed class SignUpHistory(IDbContextFactory<ActivitiesDb> dbs, CurrentScope scope) : ISignUpHistory
{
    private const int BatchSize = 500;

    public async IAsyncEnumerable<IReadOnlyList<SignUpAccepted>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var after = Guid.Empty;
        while (true)
        {
            // A context for each batch: the reader takes its time between them.
            await using var db = await dbs.CreateDbContextAsync(ct);
            var rows = await db.SignUps.AsNoTracking().Where(s => s.Id > after).OrderBy(s => s.Id).Take(BatchSize)
                .Join(db.Activities.AsNoTracking(), s => s.ActivityId, a => a.Id, (s, a) => new { SignUp = s, Activity = a })
                .ToListAsync(ct);
            if (rows.Count == 0)
            {
                yield break;
            }

            after = rows.Max(r => r.SignUp.Id);
            yield return [.. rows.OrderBy(r => r.SignUp.Id).Select(r => Told(r.SignUp, r.Activity))];
        }
    }

    private SignUpAccepted Told(SignUp s, Activity a) => new(
        s.Id,
        a.Id,
        a.TitleZh,
        a.BrandId,
        s.NameSealed,
        s.NameMask,
        s.PhoneSealed,
        s.PhoneHash,
        s.PhoneTail,
        s.PhoneMask,
        PhoneVerified: true,
        JsonSerializer.Deserialize<List<ConsentGiven>>(s.Consents, JsonSerializerOptions.Web) ?? [],
        s.SeriesCode,
        s.PurchaseWindow,
        s.Province,
        s.City,
        s.District,
        s.DealerId,
        a.SourceCode,
        $"/{scope.TenantIdentifier}/{PagePaths.Activity}/{a.Slug}",
        s.TraceId,
        s.At);
}
