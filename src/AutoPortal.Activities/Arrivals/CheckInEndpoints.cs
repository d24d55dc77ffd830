using System.Globalization;
using System.Text.Json;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Arrivals;

/// <summary>The door: a page without a circuit and what its script asks for, so that a lost connection stops nobody from coming in.</summary>
internal static class CheckInEndpoints
{
    private const long MostBytes = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.MapGroup(ActivitiesRoutes.CheckIn).RequireAuthorization();
        door.MapGet("", ShowAsync);
        door.MapGet("/list", ListAsync);
        // Posts check antiforgery themselves, so that an old page is answered with words.
        door.MapPost("/acts", ActAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        door.MapPost("/walk-in", WalkInAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    private static async Task<IResult> WalkInAsync(Guid activityId, HttpContext http, IAntiforgery antiforgery, TakeWalkIn take, IStringLocalizer<ActivitiesTexts> text, CancellationToken ct)
    {
        var (posted, refused) = await ReadAsync<WalkIn>(http, antiforgery, text, ct);
        if (refused is not null || posted is null || posted.Id == Guid.Empty)
        {
            return refused ?? Results.BadRequest();
        }

        var outcome = await take.RunAsync(activityId, posted, ct);
        return outcome.IsOk ? Results.Json(Say(outcome.Value, text)) : Refuse(outcome.Refusal, text);
    }

    private static async Task<IResult> ShowAsync(Guid activityId, HttpContext http, CurrentScope scope, ExpectedQueries expected, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.CheckIn))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await expected.DoorAsync(activityId, ct) is not { } door)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store, private";
        // Here, and only here, a page of the house may look through the camera.
        http.Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
        return new RazorComponentResult<CheckInPage>(new { Door = door }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> ListAsync(Guid activityId, HttpContext http, CurrentScope scope, ExpectedQueries expected, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.CheckIn))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        http.Response.Headers.CacheControl = "no-store, private";
        return await expected.TodayAsync(activityId, ct) is { } list ? Results.Json(list) : Results.NotFound();
    }

    private static async Task<IResult> ActAsync(Guid activityId, HttpContext http, IAntiforgery antiforgery, CheckInPeople checkIn, IStringLocalizer<ActivitiesTexts> text, CancellationToken ct)
    {
        var (posted, refused) = await ReadAsync<DoorPost>(http, antiforgery, text, ct);
        if (refused is not null || posted?.Acts is not { Count: > 0 and <= CheckInPeople.MostActs } acts || acts.Any(a => a.Id == Guid.Empty))
        {
            return refused ?? Results.BadRequest();
        }

        var outcome = await checkIn.RunAsync(activityId, acts, ct);
        return outcome.IsOk ? Results.Json(new { answers = outcome.Value.Select(a => Say(a, text)) }) : Refuse(outcome.Refusal, text);
    }

    /// <summary>What was posted as JSON by our own page, or why it is not taken.</summary>
    internal static async Task<(T? Posted, IResult? Refused)> ReadAsync<T>(HttpContext http, IAntiforgery antiforgery, IStringLocalizer<ActivitiesTexts> text, CancellationToken ct)
        where T : class
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return (null, Results.Json(new { words = text[ActivityRefusals.PageIsOld.Code].Value }, statusCode: StatusCodes.Status400BadRequest));
        }

        try
        {
            return (await http.Request.ReadFromJsonAsync<T>(ct), null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, Results.BadRequest());
        }
    }

    internal static IResult Refuse(Refusal refusal, IStringLocalizer<ActivitiesTexts> text)
        => refusal == ActivityRefusals.NotFound ? Results.NotFound()
            : Results.Json(
                new { words = text[refusal.Code, refusal.Details].Value, code = refusal.Code },
                statusCode: refusal == Refusal.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);

    /// <summary>An answer with its words, which the page only shows.</summary>
    internal static object Say(DoorAnswer a, IStringLocalizer<ActivitiesTexts> text) => new
    {
        a.Id,
        a.Outcome,
        a.SignUpId,
        a.Name,
        a.Session,
        Words = a is { Outcome: Domain.GateOutcomes.Used, FirstAt: { } at }
            ? text["gate.used_by", Moment(at), a.FirstBy ?? ""].Value
            : text["gate." + a.Outcome, a.Session ?? ""].Value,
    };

    private static string Moment(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("M-d HH:mm", CultureInfo.InvariantCulture);

    private sealed record DoorPost(IReadOnlyList<DoorAct>? Acts);
}
