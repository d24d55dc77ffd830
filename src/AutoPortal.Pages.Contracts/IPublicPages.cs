using Microsoft.AspNetCore.Http;

namespace AutoPortal.Pages.Contracts;

/// <summary>Published pages, for the endpoints of other modules that answer a form without script.</summary>
public interface IPublicPages
{
    /// <summary>Draws a published page once more with what a post left behind; the answer is never cached.</summary>
    /// <param name="http">The request that is answered; it gives tenant and language.</param>
    /// <param name="pathKind">Such as <c>a</c>.</param>
    /// <param name="slug">The page.</param>
    /// <param name="inputs">At most one of each type; blocks find theirs by <see cref="BlockContext.Input{T}"/>.</param>
    /// <param name="statusCode">Such as 422 where the form was refused.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The page, or the 404 page.</returns>
    Task<IResult> RenderAsync(HttpContext http, string pathKind, string slug, IEnumerable<object> inputs, int statusCode, CancellationToken ct);

    /// <summary>The small page that says that there is nothing here.</summary>
    IResult NotFound(HttpContext http);
}
