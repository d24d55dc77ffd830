using System.Buffers;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>
/// Where browsers tell what visitors do: <c>POST /{tenant}/collect</c>. 204 says that everything is stored, in quarantine where it does not fit;
/// 4xx that it never will be; 429 and 503 that the same may be sent again. The address of the visitor counts for the limit and is kept nowhere.
/// </summary>
internal static class CollectEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPublicTenant().MapPost("/collect", CollectAsync);

    private static async Task<IResult> CollectAsync(
        HttpContext http, CurrentScope scope, EventCheck check, EventLanes lanes, CollectLimits limits, IOptions<CustomersOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (PublicRequest.IsForeign(http.Request))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!limits.Count(scope.TenantId, PublicRequest.ClientKey(http)))
        {
            return Later(http, StatusCodes.Status429TooManyRequests);
        }

        var body = ArrayPool<byte>.Shared.Rent(options.Value.CollectBytes + 1);
        try
        {
            var (length, isWhole) = await ReadAsync(http, body, options.Value.CollectBytes, ct);
            if (!isWhole)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            using var batch = PostedBatch.Parse(body.AsMemory(0, length));
            if (batch is null)
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            if (batch.Events.Count > options.Value.EventsPerPost)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            if (batch.Events.Count == 0)
            {
                return Results.NoContent();
            }

            if (!limits.HasRoom(scope.TenantId, batch.Events.Count))
            {
                return Later(http, StatusCodes.Status429TooManyRequests);
            }

            var events = await check.RunAsync(batch.Events, new BrowserClock(clock.GetUtcNow(), batch.SentAt), ct);
            return lanes.TryStore(scope.TenantId, events, out var stored) ? await AnswerAsync(http, stored) : Later(http, StatusCodes.Status429TooManyRequests);
        }
        catch (BadHttpRequestException cut)
        {
            return Results.StatusCode(cut.StatusCode);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Task stored)
    {
        try
        {
            await stored;
            return Results.NoContent();
        }
        catch (EventsNotStoredException)
        {
            // Logged where it happened, once for the whole batch.
            return Later(http, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<(int Length, bool IsWhole)> ReadAsync(HttpContext http, byte[] body, int most, CancellationToken ct)
    {
        if (http.Request.ContentLength > most)
        {
            return (0, false);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        var length = 0;
        while (length <= most && await http.Request.Body.ReadAsync(body.AsMemory(length, most + 1 - length), ct) is > 0 and var count)
        {
            length += count;
        }

        return (length, length <= most);
    }

    private static IResult Later(HttpContext http, int status)
    {
        http.Response.Headers.RetryAfter = "5";
        return Results.StatusCode(status);
    }
}
