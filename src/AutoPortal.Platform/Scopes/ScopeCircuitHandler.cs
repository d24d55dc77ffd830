using AutoPortal.Kernel.Scopes;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AutoPortal.Platform.Scopes;

/// <summary>Enters the person's scope before any component of the circuit is made.</summary>
internal sealed class ScopeCircuitHandler(AuthenticationStateProvider authentication, ScopeResolver resolver, CurrentScope scope) : CircuitHandler
{
    // Before those that modules add: they may already ask for the scope.
    public override int Order => -1_000;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await authentication.GetAuthenticationStateAsync()).User;
        if (await resolver.ResolveAsync(person, cancellationToken) is { } facts)
        {
            scope.Enter(facts);
        }
    }
}
