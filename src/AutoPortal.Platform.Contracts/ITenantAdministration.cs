using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Contracts;

/// <summary>Makes tenants; for the host's verbs and the demonstration, which run before any scope exists.</summary>
public interface ITenantAdministration
{
    /// <summary>Makes a tenant with its roles, one brand named like itself with <c>scheme_long</c>, and an administrator.</summary>
    /// <returns>Refused where the identifier is not one, is taken, or the e-mail is not one.</returns>
    Task<Outcome<MadeTenant>> CreateAsync(NewTenant tenant, CancellationToken ct);

    /// <summary>Whether accounts with the demonstration's known password exist: production refuses to start then.</summary>
    Task<bool> HasDemoSignInsAsync(CancellationToken ct);

    /// <summary>The demonstration's sign-ins, with what each of them shows; empty where it was not seeded.</summary>
    Task<IReadOnlyList<DemoSignIn>> DemoSignInsAsync(CancellationToken ct);
}

/// <summary>What a new tenant needs.</summary>
/// <param name="Identifier">Path segment, unique.</param>
/// <param name="Name">To show.</param>
/// <param name="AdminEmail">Sign-in of the first administrator; an account that exists already is given a membership.</param>
/// <param name="Kind"><c>oem</c>, <c>dealer_group</c> or <c>partner</c>.</param>
/// <param name="AccentColor">#RRGGBB.</param>
public sealed record NewTenant(string Identifier, string Name, string AdminEmail, string Kind = "oem", string AccentColor = "#1F5EFF");

/// <summary>A tenant just made.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="AdminPassword">One-time password of a new account; null where the account existed.</param>
public sealed record MadeTenant(Guid Id, string? AdminPassword);

/// <summary>One of the demonstration's people.</summary>
/// <param name="Email">Sign-in.</param>
/// <param name="Password">Known, therefore refused in production.</param>
/// <param name="Shows">Role and place, in Chinese.</param>
public sealed record DemoSignIn(string Email, string Password, string Shows);
