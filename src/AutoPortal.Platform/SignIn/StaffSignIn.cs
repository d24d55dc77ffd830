using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Scopes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.SignIn;

/// <summary>Writes and clears the sign-in cookie, with its line in the tenant's audit.</summary>
internal sealed class StaffSignIn(IDbContextFactory<AccountsDb> accounts, ScopeResolver resolver, ScopeRunner scopes, TimeProvider clock)
{
    /// <summary>Signs in without a tenant: the person is to choose one.</summary>
    public static Task EnterAsync(HttpContext http, SignedIn signedIn)
        => http.SignInAsync(StaffTicket.Scheme, new StaffTicket(signedIn.AccountId, signedIn.SessionId, signedIn.Stamp).ToPrincipal(signedIn.Name));

    /// <summary>Signs in by a membership.</summary>
    /// <returns>Whether the ticket stands: a membership that is not the person's, or a node outside it, is worth nothing.</returns>
    public async Task<bool> EnterAsync(HttpContext http, StaffTicket ticket, string name, string action, CancellationToken ct)
    {
        var person = ticket.ToPrincipal(name);
        StaffTicket.SetOrigin(person, AddressOf(http));
        if (await resolver.ResolveAsync(person, ct) is not { } facts)
        {
            return false;
        }

        await using (var db = await accounts.CreateDbContextAsync(ct))
        {
            await db.Sessions.Where(s => s.Id == ticket.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.TenantId, facts.TenantId), ct);
        }

        await AuditAsync(facts, action, ct);
        await http.SignInAsync(StaffTicket.Scheme, person);
        return true;
    }

    public async Task LeaveAsync(HttpContext http, CancellationToken ct)
    {
        if (StaffTicket.Read(http.User) is { } ticket)
        {
            var facts = await resolver.ResolveAsync(http.User, ct);
            var now = clock.GetUtcNow();
            await using var db = await accounts.CreateDbContextAsync(ct);
            await db.Sessions.Where(s => s.Id == ticket.SessionId && s.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);
            resolver.Forget();
            if (facts is not null)
            {
                await AuditAsync(facts, "signed_out", ct);
            }
        }

        await http.SignOutAsync(StaffTicket.Scheme);
    }

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private Task AuditAsync(ScopeFacts facts, string action, CancellationToken ct)
        => scopes.RunAsync(facts, async (services, ct) =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(ct);
            db.Audit(action, "membership", facts.MembershipId!.Value, null, null);
            db.Announce(PlatformTopics.Access, "");
            await db.SaveAsync(ct);
        }, ct);
}
