using System.Security.Cryptography;
using System.Text.Json;
using AutoPortal.Kernel.Scopes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Consumer;

/// <summary>A consumer who proved a phone. The number itself is not in it.</summary>
/// <param name="TenantId">Where it was proved; it is good nowhere else.</param>
/// <param name="PhoneHash">Look-up hash.</param>
/// <param name="PhoneMask">To greet with.</param>
/// <param name="SessionId">Made anew at each sign-in; the tokens of posts are bound to it.</param>
internal sealed record ConsumerSession(Guid TenantId, string PhoneHash, string PhoneMask, Guid SessionId);

/// <summary>Keeps a consumer signed in by a sealed cookie, and guards posts by tokens bound to it.</summary>
internal sealed class ConsumerPass(IDataProtectionProvider protection, IOptions<ActivitiesOptions> options)
{
    public const string Cookie = "ap_me";
    private readonly ITimeLimitedDataProtector _sessions = protection.CreateProtector("activities.consumer").ToTimeLimitedDataProtector();
    private readonly IDataProtector _tokens = protection.CreateProtector("activities.consumer_token");

    /// <summary>Who is signed in at this tenant; null for strangers.</summary>
    public ConsumerSession? Read(HttpContext http, CurrentScope scope)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 2_000 } sealedSession)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ConsumerSession>(_sessions.Unprotect(sealedSession)) is { } session && session.TenantId == scope.TenantId ? session : null;
        }
        catch (CryptographicException)
        {
            // Too old, damaged or forged: a stranger.
            return null;
        }
    }

    public void SignIn(HttpContext http, CurrentScope scope, ConsumerSession session)
        => http.Response.Cookies.Append(Cookie, _sessions.Protect(JsonSerializer.Serialize(session), options.Value.ConsumerStays), Shape(http, scope, options.Value.ConsumerStays));

    public static void SignOut(HttpContext http, CurrentScope scope) => http.Response.Cookies.Delete(Cookie, Shape(http, scope, null));

    /// <summary>Stands in every form of a signed-in page.</summary>
    public string Token(ConsumerSession session) => _tokens.Protect(session.SessionId.ToString("N"));

    /// <summary>Whether the form was drawn for this very session.</summary>
    public bool IsGenuine(ConsumerSession session, string? token)
    {
        try
        {
            return token is { Length: > 0 and < 2_000 } && _tokens.Unprotect(token) == session.SessionId.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static CookieOptions Shape(HttpContext http, CurrentScope scope, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = $"/{scope.TenantIdentifier}",
        MaxAge = life,
        IsEssential = true,
    };
}
