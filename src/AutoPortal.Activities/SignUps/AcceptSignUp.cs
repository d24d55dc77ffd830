using System.Text.Json.Serialization;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using Microsoft.EntityFrameworkCore;

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
public sealed record SignUpReceipt(string Number, bool WasSignedUp, bool MayBeContacted)
{
    /// <summary>Where the sign-up stands (domain language §6.3).</summary>
    public string State { get; init; } = "confirmed";

    /// <summary>The session, or null.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The series that was chosen this time, or null.</summary>
    public string? Series { get; init; }

    /// <summary>When the person means to buy, as chosen this time, or null.</summary>
    public string? Window { get; init; }

    /// <summary>The form that it answers; empty answers any.</summary>
    [JsonIgnore]
    public string Form { get; init; } = "";

    /// <summary>The receipt for one form, or null.</summary>
    public static SignUpReceipt? For(BlockContext context, string form)
        => context.Input<SignUpReceipt>() is { } receipt && (receipt.Form.Length == 0 || receipt.Form == form) ? receipt : null;

    /// <summary>The sign-up, from which the code for the door is made; empty in receipts of old.</summary>
    public Guid SignUpId { get; init; }
}

/// <summary>Takes a sign-up: one per person, never more than the quota, acknowledged only when stored with its event.</summary>
internal sealed class AcceptSignUp(
    IDbContextFactory<ActivitiesDb> dbs,
    SignUpTerms terms,
    IPhoneCodes codes,
    SignUpLanes lanes,
    SignUpMaker maker,
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

        var check = await terms.CheckAsync(activity, post.Typed, ct);
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

        // Only whoever proved the phone hears what the house knows about its owner.
        var told = maker.Make(activity, form, post.Path, clock.GetUtcNow());
        if (await terms.ExcludesAsync(activity, told, ct) is { } excluded)
        {
            return SignUpAnswer.Refused(excluded);
        }

        var answer = await lanes.StoreAsync(maker.TenantId, told, SignUpMaker.Answers(form), ct);
        return answer.Receipt is { } receipt ? answer with { Receipt = receipt with { Series = form.SeriesCode, Window = form.PurchaseWindow } } : answer;
    }

    private async Task<Activity?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct);
    }
}
