using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.SignUps;

/// <summary>Sends the code that the sign-up form asks for.</summary>
internal sealed class SendSignUpCode(IDbContextFactory<ActivitiesDb> dbs, IPhoneCodes codes, TimeProvider clock)
{
    /// <returns>When another can be asked for; or why not, under the field it belongs to or for the whole form.</returns>
    public async Task<CodeAnswer> RunAsync(string slug, IReadOnlyDictionary<string, string> typed, string clientKey, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } activity)
        {
            return new(null, null, ActivityRefusals.NotFound);
        }

        if (activity.Closed(clock.GetUtcNow()) is { } closed)
        {
            return new(null, null, closed);
        }

        // No code is paid for where there is no place left; the place itself is taken later.
        if (activity.Taken >= activity.Places && !activity.HasWaitingList)
        {
            return new(null, null, ActivityRefusals.IsFull);
        }

        var check = new SignUpCheck(typed, [], []);
        var phone = check.Phone();
        if (check.Errors.Count > 0)
        {
            return new(null, check.Errors[SignUpFields.Phone], null);
        }

        var sent = await codes.SendAsync(phone, CodePurpose.Of(activity.Id), clientKey, ct);
        return sent.IsOk ? new(sent.Value, null, null) : new(null, null, sent.Refusal);
    }

    private async Task<Activity?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct);
    }
}

/// <summary>How asking for a code ended.</summary>
internal sealed record CodeAnswer(PhoneCodeSent? Sent, Refusal? PhoneError, Refusal? Refusal);
