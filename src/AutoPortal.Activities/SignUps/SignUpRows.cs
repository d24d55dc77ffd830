using System.Text.Json;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;

namespace AutoPortal.Activities.SignUps;

/// <summary>A sign-up as it is written.</summary>
/// <param name="Told">What others are told of it; its state is the row's.</param>
/// <param name="Answers">Answers to the kind's questions, as JSON.</param>
internal sealed record NewSignUp(SignUpAccepted Told, string Answers = "{}");

/// <summary>Writes sign-ups as rows, any number in one statement.</summary>
internal static class SignUpRows
{
    /// <returns>How many were new; a phone that had signed up at the activity before is left as it was.</returns>
    public static Task<int> InsertAsync(ActivitiesDb db, IReadOnlyList<NewSignUp> signUps, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            insert into activities.sign_ups
                (tenant_id, id, activity_id, state, session_id, answers, name_sealed, name_mask, phone_sealed, phone_hash, phone_tail, phone_mask, consents, may_be_contacted,
                 dealer_id, province, city, district, series_code, purchase_window, trace_id, at, queued_at)
            select {tenant_id}, s.id, s.activity_id, s.state, s.session_id, s.answers::jsonb, s.name_sealed, s.name_mask, s.phone_sealed, s.phone_hash, s.phone_tail, s.phone_mask, s.consents::jsonb, s.may_be_contacted,
                 s.dealer_id, s.province, s.city, s.district, s.series_code, s.purchase_window, s.trace_id, s.at, s.at
            from unnest(@ids, @activities, @states, @sessions, @answers, @names, @nameMasks, @phones, @hashes, @tails, @phoneMasks, @consents, @contacts,
                        @dealers, @provinces, @cities, @districts, @series, @windows, @traces, @at)
                as s (id, activity_id, state, session_id, answers, name_sealed, name_mask, phone_sealed, phone_hash, phone_tail, phone_mask, consents, may_be_contacted,
                      dealer_id, province, city, district, series_code, purchase_window, trace_id, at)
            on conflict (tenant_id, activity_id, phone_hash) do nothing
            """,
            new
            {
                ids = Each(signUps, s => s.SignUpId),
                activities = Each(signUps, s => s.ActivityId),
                states = Each(signUps, s => s.State),
                sessions = Each(signUps, s => s.SessionId),
                answers = signUps.Select(s => s.Answers).ToArray(),
                names = Each(signUps, s => s.NameSealed),
                nameMasks = Each(signUps, s => s.NameMask),
                phones = Each(signUps, s => s.PhoneSealed),
                hashes = Each(signUps, s => s.PhoneHash),
                tails = Each(signUps, s => s.PhoneTail),
                phoneMasks = Each(signUps, s => s.PhoneMask),
                consents = Each(signUps, Consents),
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

    /// <summary>Writes what a person who had cancelled said this time; number and history stay.</summary>
    public static Task<int> ReviveAsync(ActivitiesDb db, Guid id, NewSignUp row, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            update activities.sign_ups s set state = @State, session_id = @SessionId, answers = @answers::jsonb, consents = @consents::jsonb, may_be_contacted = @contact,
                dealer_id = @DealerId, province = @Province, city = @City, district = @District, series_code = @SeriesCode, purchase_window = @PurchaseWindow, queued_at = @At
            where {tenant:s} and s.id = @id
            """,
            new
            {
                id,
                row.Told.State,
                row.Told.SessionId,
                answers = row.Answers,
                consents = Consents(row.Told),
                contact = MayBeContacted(row.Told),
                row.Told.DealerId,
                row.Told.Province,
                row.Told.City,
                row.Told.District,
                row.Told.SeriesCode,
                row.Told.PurchaseWindow,
                row.Told.At,
            },
            ct);

    /// <summary>Whether an advisor may call.</summary>
    public static bool MayBeContacted(SignUpAccepted signUp) => signUp.Consents.Any(c => c.Purpose == ConsentPurposes.LeadContact);

    private static string Consents(SignUpAccepted signUp) => JsonSerializer.Serialize(signUp.Consents, JsonSerializerOptions.Web);

    private static T[] Each<T>(IReadOnlyList<NewSignUp> signUps, Func<SignUpAccepted, T> value) => [.. signUps.Select(s => value(s.Told))];
}
