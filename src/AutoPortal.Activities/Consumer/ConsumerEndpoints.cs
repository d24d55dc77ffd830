using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Messages;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AutoPortal.Activities.Consumer;

/// <summary>The consumer's list, own page and offers. All of it works without script; strangers get no cookie.</summary>
internal static class ConsumerEndpoints
{
    private const string CodeFor = "consumer";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var tenant = endpoints.MapPublicTenant();
        tenant.MapGet("", ListAsync);
        tenant.MapGet("/me", (HttpContext http, ConsumerDesk desk, CancellationToken ct) => desk.MineAsync(http, desk.Who(http), StatusCodes.Status200OK, null, ct));
        tenant.MapPost("/me/code", SendCodeAsync);
        tenant.MapPost("/me/enter", EnterAsync);
        tenant.MapPost("/me/leave", (HttpContext http, ConsumerDesk desk, CancellationToken ct) => ActAsync(http, desk, () =>
        {
            desk.SignOut(http);
            return Task.FromResult(Outcome.Ok);
        }, ct));
        MapAct(tenant, "accept", (answer, id, ct) => answer.AcceptAsync(id, ct));
        MapAct(tenant, "decline", (answer, id, ct) => answer.DeclineAsync(id, ct));
        MapAct(tenant, "cancel", (answer, id, ct) => answer.CancelAsync(id, ct));
        tenant.MapGet("/o/{word}", ShowOfferAsync);
        tenant.MapPost("/o/{word}/accept", (string word, [AsParameters] OfferPost post, HttpContext http, CancellationToken ct) => AnswerOfferAsync(word, post, http, (answer, id) => answer.AcceptAsync(id, ct), ct));
        tenant.MapPost("/o/{word}/decline", (string word, [AsParameters] OfferPost post, HttpContext http, CancellationToken ct) => AnswerOfferAsync(word, post, http, (answer, id) => answer.DeclineAsync(id, ct), ct));
    }

    private static async Task<IResult> ListAsync(string? city, HttpContext http, ConsumerDesk desk, ConsumerQueries queries, KnownLists lists, CurrentScope scope, CancellationToken ct)
    {
        var cities = await queries.CitiesAsync(ct);
        var chosen = cities.FirstOrDefault(c => c == city);
        if (desk.Who(http) is { } who)
        {
            return ConsumerDrawing.Answer(http, await desk.ListAsync(http, who, chosen, cities, ct), isPersonal: true);
        }

        // Drawn for everybody who waits for it: one who leaves must not take it along.
        var page = await lists.GetAsync(scope.TenantId, chosen ?? "", PageLanguages.Of(http.Request.Query["lang"]), () => desk.ListAsync(http, null, chosen, cities, CancellationToken.None));
        return ConsumerDrawing.Answer(http, page, isPersonal: false);
    }

    private static async Task<IResult> SendCodeAsync(HttpContext http, ConsumerDesk desk, IPhoneCodes codes, CancellationToken ct)
    {
        var (typed, refused) = await desk.ReadAsync(http, ct);
        var raw = typed.GetValueOrDefault("phone", "");
        if (refused is not null)
        {
            return await desk.MineAsync(http, null, StatusCodes.Status422UnprocessableEntity, p => p with { Phone = raw, Message = desk.Say(refused) }, ct);
        }

        if (!PhoneNumber.TryNormalise(raw, out var phone))
        {
            return await desk.MineAsync(http, null, StatusCodes.Status422UnprocessableEntity, p => p with { Phone = raw, PhoneError = desk.Say("activities.phone_is_malformed") }, ct);
        }

        var sent = await codes.SendAsync(phone, CodeFor, PublicRequest.ClientKey(http), ct);
        return sent.IsOk
            ? await desk.MineAsync(http, null, StatusCodes.Status200OK, p => p with { Phone = raw, IsGood = true, Message = desk.Say(new Refusal("activities.code_is_on_its_way", (int)sent.Value.GoodFor.TotalMinutes)) }, ct)
            : await desk.MineAsync(http, null, StatusCodes.Status429TooManyRequests, p => p with { Phone = raw, Message = desk.Say(sent.Refusal) }, ct);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, ConsumerDesk desk, IPhoneCodes codes, PhoneVault vault, TimeProvider clock, CancellationToken ct)
    {
        var (typed, refused) = await desk.ReadAsync(http, ct);
        var raw = typed.GetValueOrDefault("phone", "");
        if (refused is not null)
        {
            return await desk.MineAsync(http, null, StatusCodes.Status422UnprocessableEntity, p => p with { Phone = raw, Message = desk.Say(refused) }, ct);
        }

        if (!PhoneNumber.TryNormalise(raw, out var phone))
        {
            return await desk.MineAsync(http, null, StatusCodes.Status422UnprocessableEntity, p => p with { Phone = raw, PhoneError = desk.Say("activities.phone_is_malformed") }, ct);
        }

        var code = string.Concat(typed.GetValueOrDefault("code", "").Where(char.IsAsciiDigit));
        var wrong = code.Length == 6 ? (await codes.VerifyAsync(phone, CodeFor, code, ct)).Refusal : new Refusal("activities.code_is_malformed");
        if (wrong is not null)
        {
            return await desk.MineAsync(http, null, StatusCodes.Status422UnprocessableEntity, p => p with { Phone = raw, CodeError = desk.Say(wrong) }, ct);
        }

        desk.SignIn(http, phone, vault, clock.GetUtcNow());
        return Mine(http, desk);
    }

    private static void MapAct(RouteGroupBuilder tenant, string verb, Func<AnswerSignUp, Guid, CancellationToken, Task<Outcome>> actAsync)
        => tenant.MapPost($"/me/{{signUpId:guid}}/{verb}", (Guid signUpId, HttpContext http, ConsumerDesk desk, ConsumerQueries queries, AnswerSignUp answer, CancellationToken ct)
            => ActAsync(http, desk, async () => desk.Who(http) is { } who && await queries.IsTheirsAsync(signUpId, who.PhoneHash, ct)
                ? await actAsync(answer, signUpId, ct)
                : ActivityRefusals.SignUpNotFound, ct));

    private static async Task<IResult> ActAsync(HttpContext http, ConsumerDesk desk, Func<Task<Outcome>> actAsync, CancellationToken ct)
    {
        var (typed, refused) = await desk.ReadAsync(http, ct);
        if (desk.Who(http) is not { } who)
        {
            return await desk.MineAsync(http, null, StatusCodes.Status403Forbidden, null, ct);
        }

        if (refused is not null || !desk.IsGenuine(who, typed))
        {
            return await desk.MineAsync(http, who, StatusCodes.Status403Forbidden, p => p with { Message = desk.Say(refused ?? ActivityRefusals.ForeignPost) }, ct);
        }

        var outcome = await actAsync();
        if (outcome.IsOk)
        {
            return Mine(http, desk);
        }

        var status = outcome.Refusal == ActivityRefusals.SignUpNotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        return await desk.MineAsync(http, who, status, p => p with { Message = desk.Say(outcome.Refusal) }, ct);
    }

    // Looking changes nothing: chats and mail scanners open links before people do.
    private static async Task<IResult> ShowOfferAsync(string word, [AsParameters] OfferPost post, HttpContext http, CancellationToken ct)
    {
        var frame = post.Desk.Frame(http, post.Desk.Who(http));
        return OfferLinks.Read(post.Vault, post.Scope.TenantId, word) is { } id && await post.Queries.OfferAsync(id, frame, ct) is { } offer
            ? await DrawAsync(post, http, frame, word, offer)
            : post.Pages.NotFound(http);
    }

    private static async Task<IResult> AnswerOfferAsync(string word, OfferPost post, HttpContext http, Func<AnswerSignUp, Guid, Task<Outcome>> answerAsync, CancellationToken ct)
    {
        var (_, refused) = await post.Desk.ReadAsync(http, ct);
        var frame = post.Desk.Frame(http, post.Desk.Who(http));
        if (OfferLinks.Read(post.Vault, post.Scope.TenantId, word) is not { } id || await post.Queries.OfferAsync(id, frame, ct) is not { } offer)
        {
            return post.Pages.NotFound(http);
        }

        // The link is the proof; an offer that is over answers with what became of it.
        if (refused is null && offer.State == OfferStates.Open)
        {
            await answerAsync(post.Answer, offer.SignUpId);
            offer = await post.Queries.OfferAsync(id, frame, ct) ?? offer;
        }

        return await DrawAsync(post, http, frame, word, offer);
    }

    private static async Task<IResult> DrawAsync(OfferPost post, HttpContext http, ConsumerFrame frame, string word, OfferFacts offer)
        => ConsumerDrawing.Answer(
            http,
            await post.Drawing.DrawAsync<OfferView>(frame.Language, new OfferPage(frame, word, offer.Title, offer.When, offer.Until, offer.State == OfferStates.Open ? null : $"consumer.offer_{offer.State}")),
            isPersonal: true);

    private static IResult Mine(HttpContext http, ConsumerDesk desk)
    {
        http.Response.Headers.Location = desk.Frame(http, null).Href("/me");
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>What answering an offer by its link needs.</summary>
internal sealed record OfferPost(IPublicPages Pages, ConsumerDesk Desk, ConsumerQueries Queries, ConsumerDrawing Drawing, AnswerSignUp Answer, PhoneVault Vault, CurrentScope Scope);
