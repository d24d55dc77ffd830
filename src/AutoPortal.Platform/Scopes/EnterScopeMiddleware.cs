using AutoPortal.Kernel.Scopes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Scopes;

/// <summary>The edge of the staff face: nothing below <c>/app</c> and <c>/api</c> runs without the scope of a person who is signed in.</summary>
internal sealed class EnterScopeMiddleware(RequestDelegate next, ScopeResolver resolver)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/app", StringComparison.OrdinalIgnoreCase) && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        var state = await resolver.CheckAsync(http.User, http.RequestAborted);
        if (state is null)
        {
            await http.ChallengeAsync(StaffTicket.Scheme);
            return;
        }

        if (state.Facts is not { } facts)
        {
            http.Response.Redirect(PlatformRoutes.ChooseTenant(http.Request.Path + http.Request.QueryString));
            return;
        }

        http.RequestServices.GetRequiredService<CurrentScope>().Enter(facts with { Origin = http.Connection.RemoteIpAddress?.ToString() ?? "" });
        await next(http);
    }
}
