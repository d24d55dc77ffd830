using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using Microsoft.EntityFrameworkCore;
using Trace = System.Diagnostics.Activity;

namespace AutoPortal.Activities.SignUps;

/// <summary>What a consumer posted.</summary>
/// <param name="Slug">The activity.</param>
/// <param name="Typed">By field name, as typed.</param>
/// <param name="Path">The page it came from.</param>
internal sealed record SignUpPost(string Slug, IReadOnlyDictionary<string, string> Typed, string Path);

/// <summary>How a post ended: with a receipt, or with what to mend.</summary>
/// <param name="Receipt">Where the person is signed up, now or since before.</param>
/// <param name="Errors">By field name.</param>
/// <param name="Refusal">What is wrong with the whole, such as no place left.</param>
internal sealed record SignUpAnswer(SignUpReceipt? Receipt, IReadOnlyDictionary<string, Refusal> Errors, Refusal? Refusal)
{
    public static SignUpAnswer Done(SignUpReceipt receipt) => new(receipt, new Dictionary<string, Refusal>(), null);

    public static SignUpAnswer Refused(Refusal refusal) => new(null, new Dictionary<string, Refusal>(), refusal);

    public static SignUpAnswer ToMend(IReadOnlyDictionary<string, Refusal> errors) => new(null, errors, ActivityRefusals.FormIsIncomplete);
}

/// <summary>What the person keeps. Holds nothing personal.</summary>
/// <param name="Number">To show at the door.</param>
/// <param name="WasSignedUp">The person had signed up before; this is the number of then.</param>
/// <param name="MayBeContacted">An advisor will call.</param>
public sealed record SignUpReceipt(string Number, bool WasSignedUp, bool MayBeContacted);

/// <summary>Takes a sign-up: one per person, never more than the quota, acknowledged only when stored with its event.</summary>
internal sealed class AcceptSignUp(
    IDbContextFactory<ActivitiesDb> dbs,
    ActivityOffer offer,
    IPhoneCodes codes,
    SignUpLanes lanes,
    CurrentScope scope,
    PhoneVault vault,
    TimeProvider clock)
{
    public async Task<SignUpAnswer> RunAsync(SignUpPost post, CancellationToken ct)
    {
        var activity = await FindAsync(post.Slug, ct);
        if (activity is null)
        {
            return SignUpAnswer.Refused(ActivityRefusals.NotFound);
        }

        if (activity.Closed(clock.GetUtcNow()) is { } closed)
        {
            return SignUpAnswer.Refused(closed);
        }

        var check = new SignUpCheck(post.Typed, await offer.DealersAsync(activity, ct), await offer.SeriesAsync(activity, ct));
        var form = check.Run();
        if (check.Errors.Count > 0)
        {
            return SignUpAnswer.ToMend(check.Errors);
        }

        // Last, so that a typing mistake elsewhere costs no guess; the right code may be shown again when we die after this line.
        if (await codes.VerifyAsync(form.Phone, CodePurpose.Of(activity.Id), form.Code, ct) is { IsOk: false, Refusal: var wrong })
        {
            return SignUpAnswer.ToMend(new Dictionary<string, Refusal> { [SignUpFields.Code] = wrong });
        }

        return await lanes.StoreAsync(scope.TenantId, Accepted(activity, form, post.Path, clock.GetUtcNow()), ct);
    }

    private async Task<Activity?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct);
    }

    private SignUpAccepted Accepted(Activity activity, CheckedSignUp form, string path, DateTimeOffset now) => new(
        Ids.New(now),
        activity.Id,
        activity.TitleZh,
        activity.BrandId,
        vault.Seal(scope.TenantId, form.Name),
        NameMask.Of(form.Name),
        vault.Seal(scope.TenantId, form.Phone),
        vault.Hash(scope.TenantId, form.Phone),
        PhoneVault.Tail(form.Phone),
        PhoneVault.Mask(form.Phone),
        PhoneVerified: true,
        [.. form.Consents.Select(c => new ConsentGiven(c.Purpose, c.Version))],
        form.SeriesCode,
        form.PurchaseWindow,
        form.Province,
        form.City,
        form.District,
        form.DealerId,
        activity.SourceCode,
        path,
        Trace.Current?.TraceId.ToString() ?? "",
        now);
}
