using AutoPortal.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AutoPortal.Pages.Public;

/// <summary>Answers strangers from the shelf of drawn pages, and lets one of them draw what is not there.</summary>
internal sealed class ServeDrawnPages(RequestDelegate next, PageShelf shelf, ITenantDirectory tenants)
{
    public Task InvokeAsync(HttpContext http)
        => PageAddress.OfStranger(http.Request) is { } address && shelf.PlaceOf(address) is { } place
            ? AnswerAsync(http, address, place)
            : next(http);

    private async Task AnswerAsync(HttpContext http, PageAddress address, PagePlace place)
    {
        while (await tenants.FindAsync(place.Tenant, http.RequestAborted) is { IsSuspended: false } tenant)
        {
            var (drawing, isMine) = shelf.Take(address, place, tenant);
            if (isMine)
            {
                await DrawAsync(http, drawing);
                return;
            }

            var end = drawing.End.IsCompleted ? await drawing.End : await drawing.End.WaitAsync(http.RequestAborted);
            if (end.Page is { } page)
            {
                await page.AnswerAsync(http);
                return;
            }

            if (!end.WasGivenUp)
            {
                break;
            }
        }

        await next(http);
    }

    private async Task DrawAsync(HttpContext http, PageDrawing drawing)
    {
        // What compresses must decide by the key and not by how this one browser words it: the answer is everybody's.
        http.Request.Headers.AcceptEncoding = drawing.Address.Encoding;
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        var end = DrawingEnd.GivenUp;
        try
        {
            http.Response.Body = body;
            await next(http);
            await http.Response.CompleteAsync();
            end = http.RequestAborted.IsCancellationRequested ? DrawingEnd.GivenUp
                : DrawnPage.Of(http.Response, body) is { } page ? new DrawingEnd(page, WasGivenUp: false)
                : DrawingEnd.NotToKeep;
        }
        finally
        {
            http.Features.Set(wire);
            shelf.Finish(drawing, end);
        }

        if (end.Page is { } drawn)
        {
            await drawn.AnswerAsync(http);
            return;
        }

        body.Position = 0;
        await body.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

/// <summary>Where the host meets the drawn pages.</summary>
public static class DrawnPages
{
    /// <summary>Answers pages that are the same for everybody before anything else looks at the request; stands first.</summary>
    public static IApplicationBuilder UseDrawnPages(this IApplicationBuilder app) => app.UseMiddleware<ServeDrawnPages>();
}

/// <summary>Marks an endpoint whose answer is the same for everybody, so that it may be compressed over TLS, too.</summary>
public sealed class SameForEverybody;
