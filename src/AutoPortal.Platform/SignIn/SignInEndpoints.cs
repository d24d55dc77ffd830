using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Scopes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.SignIn;

/// <summary>The door of the staff portal. Posts check antiforgery themselves, so that an expired form is answered with words and what was typed.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PlatformRoutes.SignIn, ShowAsync);
        endpoints.MapPost(PlatformRoutes.SignIn, SignInAsync).DisableAntiforgery();
        endpoints.MapGet(PlatformRoutes.SignInTenant, ShowChoicesAsync);
        endpoints.MapPost(PlatformRoutes.SignInTenant, ChooseAsync).DisableAntiforgery();
        endpoints.MapPost(PlatformRoutes.SwitchScope, SwitchAsync).DisableAntiforgery();
        endpoints.MapPost(PlatformRoutes.SignOut, SignOutAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ScopeResolver resolver, string? returnUrl, CancellationToken ct)
        => await resolver.CheckAsync(http.User, ct) switch
        {
            { Facts: not null } => Results.LocalRedirect(PlatformRoutes.LocalOr(returnUrl)),
            { } => Results.LocalRedirect(PlatformRoutes.ChooseTenant(returnUrl)),
            null => SignInForm(null, returnUrl, null),
        };

    private static async Task<IResult> SignInAsync(HttpContext http, PasswordSignIn signIn, MyMemberships memberships, StaffSignIn staff, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        string userName = form["userName"].ToString(), returnUrl = PlatformRoutes.LocalOr(form["returnUrl"]);
        if (!await IsOursAsync(http))
        {
            return SignInForm(userName, returnUrl, PlatformRefusals.SignInExpired);
        }

        var outcome = await signIn.RunAsync(userName, form["password"].ToString(), StaffSignIn.AddressOf(http), http.Request.Headers.UserAgent.ToString(), ct);
        if (!outcome.IsOk)
        {
            return SignInForm(userName, returnUrl, outcome.Refusal);
        }

        var signedIn = outcome.Value;
        var choices = await memberships.ListAsync(signedIn.AccountId, ct);
        var ticket = new StaffTicket(signedIn.AccountId, signedIn.SessionId, signedIn.Stamp);
        if (choices is [var only] && await staff.EnterAsync(http, ticket with { TenantId = only.Tenant.Id, MembershipId = only.MembershipId }, only.Name, "signed_in", ct))
        {
            return Results.LocalRedirect(returnUrl);
        }

        if (choices.Count == 0)
        {
            return SignInForm(userName, returnUrl, PlatformRefusals.NoMembership);
        }

        await StaffSignIn.EnterAsync(http, signedIn);
        return Results.LocalRedirect(PlatformRoutes.ChooseTenant(returnUrl));
    }

    private static async Task<IResult> ShowChoicesAsync(HttpContext http, ScopeResolver resolver, MyMemberships memberships, string? returnUrl, CancellationToken ct)
    {
        if (await resolver.CheckAsync(http.User, ct) is null || StaffTicket.Read(http.User) is not { } ticket)
        {
            return Results.LocalRedirect(PlatformRoutes.SignInFor(returnUrl));
        }

        return new RazorComponentResult<ChooseMembershipPage>(new { Choices = await memberships.ListAsync(ticket.AccountId, ct), ReturnUrl = PlatformRoutes.LocalOr(returnUrl) });
    }

    private static Task<IResult> ChooseAsync(HttpContext http, ScopeResolver resolver, StaffSignIn staff, MyMemberships memberships, CancellationToken ct)
        => EnterAsync(http, resolver, staff, memberships, "signed_in", ct);

    private static Task<IResult> SwitchAsync(HttpContext http, ScopeResolver resolver, StaffSignIn staff, MyMemberships memberships, CancellationToken ct)
        => EnterAsync(http, resolver, staff, memberships, "scope_switched", ct);

    private static async Task<IResult> EnterAsync(HttpContext http, ScopeResolver resolver, StaffSignIn staff, MyMemberships memberships, string action, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var returnUrl = PlatformRoutes.LocalOr(form["returnUrl"]);
        if (await resolver.CheckAsync(http.User, ct) is null || StaffTicket.Read(http.User) is not { } ticket)
        {
            return Results.LocalRedirect(PlatformRoutes.SignInFor(returnUrl));
        }

        // An expired form changes nothing: the list is simply shown anew, with a fresh token.
        if (!await IsOursAsync(http) || !Guid.TryParse(form["membershipId"], out var membershipId))
        {
            return Results.LocalRedirect(PlatformRoutes.ChooseTenant(returnUrl));
        }

        var chosen = (await memberships.ListAsync(ticket.AccountId, ct)).FirstOrDefault(m => m.MembershipId == membershipId);
        var node = Guid.TryParse(form["nodeId"], out var id) ? id : (Guid?)null;
        return chosen is not null && await staff.EnterAsync(http, ticket with { TenantId = chosen.Tenant.Id, MembershipId = membershipId, NodeId = node }, chosen.Name, action, ct)
            ? Results.LocalRedirect(returnUrl)
            : Results.LocalRedirect(PlatformRoutes.ChooseTenant(returnUrl));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, StaffSignIn staff, CancellationToken ct)
    {
        // Signing somebody out from a foreign page is a nuisance only, but it is one.
        if (await IsOursAsync(http))
        {
            await staff.LeaveAsync(http, ct);
        }

        return Results.LocalRedirect(PlatformRoutes.SignIn);
    }

    private static Task<bool> IsOursAsync(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    private static RazorComponentResult<SignInPage> SignInForm(string? userName, string? returnUrl, Refusal? error)
        => new(new { UserName = userName?.Length > 256 ? null : userName, ReturnUrl = PlatformRoutes.LocalOr(returnUrl), Error = error })
        {
            StatusCode = error is null ? StatusCodes.Status200OK : error.Code == "platform.sign_in_locked" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity,
            PreventStreamingRendering = true,
        };
}
