using System.Text.Json;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.SignUps;

/// <summary>Writes sign-ups as rows, any number in one statement.</summary>
internal static class SignUpRows
{
    /// <returns>How many were new; a phone that had signed up at the activity before is left as it was.</returns>
    public static Task<int> InsertAsync(ActivitiesDb db, IReadOnlyList<SignUpAccepted> signUps, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            insert into activities.sign_ups
                (tenant_id, id, activity_id, state, name_sealed, name_mask, phone_sealed, phone_hash, phone_tail, phone_mask, consents, may_be_contacted,
                 dealer_id, province, city, district, series_code, purchase_window, trace_id, at)
            select {tenant_id}, s.id, s.activity_id, 'signed', s.name_sealed, s.name_mask, s.phone_sealed, s.phone_hash, s.phone_tail, s.phone_mask, s.consents::jsonb, s.may_be_contacted,
                 s.dealer_id, s.province, s.city, s.district, s.series_code, s.purchase_window, s.trace_id, s.at
            from unnest(@ids, @activities, @names, @nameMasks, @phones, @hashes, @tails, @phoneMasks, @consents, @contacts,
                        @dealers, @provinces, @cities, @districts, @series, @windows, @traces, @at)
                as s (id, activity_id, name_sealed, name_mask, phone_sealed, phone_hash, phone_tail, phone_mask, consents, may_be_contacted,
                      dealer_id, province, city, district, series_code, purchase_window, trace_id, at)
            on conflict (tenant_id, activity_id, phone_hash) do nothing
            """,
            new
            {
                ids = Each(signUps, s => s.SignUpId),
                activities = Each(signUps, s => s.ActivityId),
                names = Each(signUps, s => s.NameSealed),
                nameMasks = Each(signUps, s => s.NameMask),
                phones = Each(signUps, s => s.PhoneSealed),
                hashes = Each(signUps, s => s.PhoneHash),
                tails = Each(signUps, s => s.PhoneTail),
                phoneMasks = Each(signUps, s => s.PhoneMask),
                consents = Each(signUps, s => JsonSerializer.Serialize(s.Consents, JsonSerializerOptions.Web)),
                contacts = Each(signUps, MayBeContacted),
                dealers = Each(signUps, s => s.DealerId),
                provinces = Each(signUps, s => s.Province),
                cities = Each(signUps, s => s.City),
                districts = Each(signUps, s => s.District),
                series = Each(signUps, s => s.SeriesCode),
                windows = Each(signUps, s => s.PurchaseWindow),
                traces = Each(signUps, s => s.TraceId),
                at = Each(signUps, s => s.At),
            },
            ct);

    /// <summary>Whether an advisor may call.</summary>
    public static bool MayBeContacted(SignUpAccepted signUp) => signUp.Consents.Any(c => c.Purpose == ConsentPurposes.LeadContact);

    private static T[] Each<T>(IReadOnlyList<SignUpAccepted> signUps, Func<SignUpAccepted, T> value) => [.. signUps.Select(value)];
}
