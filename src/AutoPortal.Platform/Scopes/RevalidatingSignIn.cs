using System.Data.Common;
using System.Security.Claims;
using AutoPortal.Kernel.Scopes;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Platform.Scopes;

/// <summary>
/// Looks every 30 s whether an open circuit may still do what it was opened with. Where a right is gone, or the reach is another,
/// the circuit's scope ends and its screens send the browser to sign in, which leads straight back when the person still may.
/// </summary>
internal sealed partial class RevalidatingSignIn(ILoggerFactory loggers, ScopeResolver resolver, CurrentScope scope) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private readonly ILogger _log = loggers.CreateLogger<RevalidatingSignIn>();

    protected override TimeSpan RevalidationInterval => ScopeResolver.KeptFor;

    /// <summary>Whether the circuit may go on; where not, its scope is closed.</summary>
    internal async Task<bool> MayGoOnAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        try
        {
            if (await resolver.ResolveAsync(person, ct) is { } facts && (!scope.IsEntered || IsSame(facts, scope.Facts)))
            {
                return true;
            }
        }
        catch (DbException fault)
        {
            // No answer is not a no: without its database the circuit can do nothing anyway.
            NotAsked(fault);
            return true;
        }

        scope.Close();
        return false;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
        => MayGoOnAsync(authenticationState.User, cancellationToken);

    private static bool IsSame(ScopeFacts now, ScopeFacts entered)
        => now.Reach == entered.Reach && now.Permissions.SetEquals(entered.Permissions) && now.DealerIds.ToHashSet().SetEquals(entered.DealerIds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in could not be looked up; again in 30 s")]
    private partial void NotAsked(Exception fault);
}
