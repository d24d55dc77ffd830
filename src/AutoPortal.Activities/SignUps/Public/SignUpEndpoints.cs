using System.Text.RegularExpressions;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>The consumer's posts. Without a cookie or antiforgery token: origin, stamp, limits and phone code guard them (design §3).</summary>
internal static partial class SignUpEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapPublicTenant().MapGroup($"/{PagePaths.Activity}/{{slug}}");
        pages.MapPost("/code", (string slug, [AsParameters] PublicPost post, SendSignUpCode send, HttpContext http, CancellationToken ct)
            => post.AnswerAsync(http, slug, (typed, stop) => SendCodeAsync(post, send, slug, typed, http, stop), ct));
        pages.MapPost("/sign-up", (string slug, [AsParameters] PublicPost post, AcceptSignUp accept, HttpContext http, CancellationToken ct)
            => post.AnswerAsync(http, slug, (typed, stop) => SignUpAsync(post, accept, slug, typed, http, stop), ct));
        pages.MapGet("/done", ShowReceiptAsync);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}\\z", RegexOptions.None, 1000)]
    internal static partial Regex SlugShape();

    private static async Task<IResult> SendCodeAsync(PublicPost post, SendSignUpCode send, string slug, IReadOnlyDictionary<string, string> typed, HttpContext http, CancellationToken ct)
    {
        var answer = await send.RunAsync(slug, typed, PublicRequest.ClientKey(http), ct);
        if (answer.Refusal?.Code == ActivityRefusals.NotFound.Code)
        {
            return post.Pages.NotFound(http);
        }

        if (answer.Sent is { } sent)
        {
            return await post.ReplyAsync(http, slug, new(typed, PublicPost.NoErrors, new("activities.code_is_on_its_way", (int)sent.GoodFor.TotalMinutes), IsGood: true), StatusCodes.Status200OK, (int)sent.ResendAfter.TotalSeconds, ct);
        }

        var errors = answer.PhoneError is { } wrong ? new Dictionary<string, Refusal> { [SignUpFields.Phone] = wrong } : PublicPost.NoErrors;
        var isLimit = answer.Refusal is { Details: [int, ..] };
        return await post.ReplyAsync(
            http,
            slug,
            new(typed, errors, answer.Refusal),
            answer.PhoneError is not null ? StatusCodes.Status422UnprocessableEntity : isLimit ? StatusCodes.Status429TooManyRequests : StatusCodes.Status409Conflict,
            isLimit ? (int)answer.Refusal!.Details[0] : null,
            ct);
    }

    private static async Task<IResult> SignUpAsync(PublicPost post, AcceptSignUp accept, string slug, IReadOnlyDictionary<string, string> typed, HttpContext http, CancellationToken ct)
    {
        var answer = await accept.RunAsync(new(slug, typed, PostedForm.PagePath(post.Scope, PostedForm.PageOf(typed.GetValueOrDefault(SignUpFields.Page), slug))), ct);
        if (answer.Refusal?.Code == ActivityRefusals.NotFound.Code)
        {
            return post.Pages.NotFound(http);
        }

        if (answer.Receipt is not { } receipt)
        {
            var status = answer.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
            return await post.ReplyAsync(http, slug, new(typed, answer.Errors, answer.Refusal), status, null, ct);
        }

        var href = $"{PostedForm.PagePath(post.Scope, (PagePaths.Activity, slug))}/done?n={Uri.EscapeDataString(post.Seals.Seal(receipt, post.Scope.TenantId, slug))}{Where(typed, slug)}{Language(http)}";
        if (PostedForm.WantsJson(http.Request))
        {
            return Results.Json(new { ok = true, receipt.Number, receipt.WasSignedUp, receipt.MayBeContacted, href });
        }

        http.Response.Headers.Location = href;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> ShowReceiptAsync(string slug, string? n, string? at, string? f, [AsParameters] PublicPost post, HttpContext http, CancellationToken ct)
    {
        if (!SlugShape().IsMatch(slug))
        {
            return post.Pages.NotFound(http);
        }

        PostedForm.SpeakItsLanguage(http);
        var page = PostedForm.PageOf(at, slug);
        return post.Seals.Open(n, post.Scope.TenantId, slug) is { } receipt
            ? await post.Pages.RenderAsync(http, page.Kind, page.Slug, [receipt with { Form = f ?? "" }], StatusCodes.Status200OK, ct)
            : Results.Redirect(PostedForm.PagePath(post.Scope, page) + PageLanguages.Query(PageLanguages.Of(http.Request.Query["lang"])));
    }

    // Where the form stood, where that is not the activity's own page, and which form of that page it was.
    private static string Where(IReadOnlyDictionary<string, string> typed, string slug)
    {
        var page = PostedForm.PageOf(typed.GetValueOrDefault(SignUpFields.Page), slug);
        var form = typed.GetValueOrDefault(SignUpFields.Form, "");
        return (page == (PagePaths.Activity, slug) ? "" : $"&at={page.Kind}/{page.Slug}") + (form.Length is 0 or > 100 ? "" : $"&f={Uri.EscapeDataString(form)}");
    }

    private static string Language(HttpContext http)
        => PageLanguages.Of(http.Request.Query["lang"]) == PageLanguages.English ? "&lang=en" : "";
}

/// <summary>What both posts go through before anything is done, and how they answer.</summary>
internal sealed record PublicPost(
    IPublicPages Pages,
    CurrentScope Scope,
    FormSeals Seals,
    PostLimits Limits,
    IOptions<ActivitiesOptions> Options,
    IStringLocalizer<ActivitiesTexts> Text)
{
    public static readonly IReadOnlyDictionary<string, Refusal> NoErrors = new Dictionary<string, Refusal>();

    public async Task<IResult> AnswerAsync(HttpContext http, string slug, Func<IReadOnlyDictionary<string, string>, CancellationToken, Task<IResult>> workAsync, CancellationToken ct)
    {
        if (!SignUpEndpoints.SlugShape().IsMatch(slug))
        {
            return Pages.NotFound(http);
        }

        PostedForm.SpeakItsLanguage(http);
        var fields = await PostedBody.ReadAsync(http.Request, Options.Value.PostBytes, ct);
        var typed = fields.Typed;
        if (PublicRequest.IsForeign(http.Request))
        {
            return await RefuseAsync(http, slug, typed, ActivityRefusals.ForeignPost, StatusCodes.Status403Forbidden, ct);
        }

        if (!Limits.Count(Scope.TenantId, PublicRequest.ClientKey(http)))
        {
            return await RefuseAsync(http, slug, typed, ActivityRefusals.TooManyPosts, StatusCodes.Status429TooManyRequests, ct);
        }

        if (fields.Refusal is { } unfit)
        {
            var status = unfit == ActivityRefusals.FormIsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
            return await ReplyAsync(http, slug, new(typed, fields.Errors, unfit), status, null, ct);
        }

        if (!Seals.IsFresh(typed.GetValueOrDefault(SignUpFields.Stamp, ""), Scope.TenantId, slug))
        {
            return await RefuseAsync(http, slug, typed, ActivityRefusals.FormIsOld, StatusCodes.Status422UnprocessableEntity, ct);
        }

        using var turn = await Limits.EnterAsync(Scope.TenantId, ct);
        return turn.IsAcquired
            ? await workAsync(typed, ct)
            : await RefuseAsync(http, slug, typed, ActivityRefusals.TooManyPosts, StatusCodes.Status429TooManyRequests, ct);
    }

    /// <summary>JSON for the page's script, else the page once more with everything typed.</summary>
    public Task<IResult> ReplyAsync(HttpContext http, string slug, SignUpFormState state, int status, int? seconds, CancellationToken ct)
    {
        if (!PostedForm.WantsJson(http.Request))
        {
            var page = PostedForm.PageOf(state.Typed.GetValueOrDefault(SignUpFields.Page), slug);
            return Pages.RenderAsync(http, page.Kind, page.Slug, [state], status, ct);
        }

        var message = state.Message is { } said ? Say(said) : null;
        return Task.FromResult(Results.Json(
            new
            {
                ok = status == StatusCodes.Status200OK,
                errors = state.Errors.ToDictionary(e => e.Key, e => Say(e.Value), StringComparer.Ordinal),
                message,
                seconds,
                stamp = state.Message?.Code == ActivityRefusals.FormIsOld.Code ? Seals.Stamp(Scope.TenantId, slug) : null,
            },
            statusCode: status));
    }

    private Task<IResult> RefuseAsync(HttpContext http, string slug, IReadOnlyDictionary<string, string> typed, Refusal refusal, int status, CancellationToken ct)
        => ReplyAsync(http, slug, new(typed, NoErrors, refusal), status, null, ct);

    private string Say(Refusal refusal) => Text[refusal.Code, refusal.Details];
}
