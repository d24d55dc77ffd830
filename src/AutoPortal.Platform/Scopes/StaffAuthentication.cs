using AutoPortal.Platform.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Scopes;

/// <summary>How the host lets people in.</summary>
public static class StaffAuthentication
{
    /// <summary>The sign-in cookie, its checks, and the scope of circuits. The host adds <see cref="UseStaffScope"/> after authentication.</summary>
    public static IServiceCollection AddStaffAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(StaffTicket.Scheme).AddCookie(StaffTicket.Scheme, cookie =>
        {
            cookie.Cookie.Name = "autoportal.staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = PlatformRoutes.SignIn;
            cookie.LogoutPath = PlatformRoutes.SignOut;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToLogin = call => AnswerAsync(call, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = call => AnswerAsync(call, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        services.AddScoped<CircuitHandler, ScopeCircuitHandler>();
        return services;
    }

    /// <summary>Enters the person's scope for everything below <c>/app</c> and <c>/api</c>, and sends away whoever has none.</summary>
    public static IApplicationBuilder UseStaffScope(this IApplicationBuilder app) => app.UseMiddleware<EnterScopeMiddleware>();

    private static async Task ValidateAsync(CookieValidatePrincipalContext check)
    {
        var resolver = check.HttpContext.RequestServices.GetRequiredService<ScopeResolver>();
        if (check.Principal is { } person && await resolver.CheckAsync(person, check.HttpContext.RequestAborted) is not null)
        {
            StaffTicket.SetOrigin(person, StaffSignIn.AddressOf(check.HttpContext));
            return;
        }

        check.RejectPrincipal();
        await check.HttpContext.SignOutAsync(StaffTicket.Scheme);
    }

    // A program that asks gets a status, a browser gets a page.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> call, int status)
    {
        if (call.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            call.Response.StatusCode = status;
        }
        else
        {
            call.Response.Redirect(status == StatusCodes.Status401Unauthorized ? PlatformRoutes.SignInFor(call.Request.Path + call.Request.QueryString) : call.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
