using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>A person who begins to work here.</summary>
/// <param name="SignIn">E-mail address or mobile number, as written.</param>
/// <param name="RoleId">The tenant's role.</param>
/// <param name="Seat">How far it reaches.</param>
/// <param name="Description">Name, days, caps, tags.</param>
internal sealed record NewMember(string SignIn, Guid RoleId, Seat Seat, MemberDescription Description);

/// <summary>A new membership.</summary>
/// <param name="MembershipId">The membership.</param>
/// <param name="OneTimePassword">Shown once; null where the person had an account already and keeps its password.</param>
public sealed record MemberHired(Guid MembershipId, string? OneTimePassword);

/// <summary>Gives a person a place in this tenant. Whoever has an account, also by another tenant, keeps it.</summary>
internal sealed class HireMember(IDbContextFactory<PlatformDb> dbs, IDbContextFactory<AccountsDb> accounts, NewAccounts newAccounts, ILookupNormalizer names, MemberSeats seats, CurrentUser user, TimeProvider clock)
{
    public async Task<Outcome<MemberHired>> RunAsync(NewMember wanted, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.PeopleManage))
        {
            return Refusal.NotAllowed;
        }

        if (SignInName.Read(wanted.SignIn) is not { } signIn)
        {
            return PlatformRefusals.SignInNameMalformed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Roles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == wanted.RoleId, ct) is not { } role)
        {
            return PlatformRefusals.RoleUnknown;
        }

        if ((RoleReach.WhyNot(role.Template, wanted.Seat) ?? await seats.WhyNotAsync(wanted.Seat, ct)) is { } misplaced)
        {
            return misplaced;
        }

        // Its account is found or made last: nothing that is refused leaves one behind.
        var draft = new Membership(Ids.New(clock), Guid.Empty, "", role.Id, wanted.Seat.Reach, wanted.Seat.NodeId, wanted.Description.FromOn);
        if (draft.Describe(wanted.Description) is { } refusal)
        {
            return refusal;
        }

        var (account, password) = await AccountAsync(signIn, wanted.Description.Name, db.Scope.TenantId, ct);
        var (seat, fromOn) = (wanted.Seat, wanted.Description.FromOn);
        if (await db.Memberships.AnyAsync(m => m.AccountId == account && m.RoleId == role.Id && m.NodeId == seat.NodeId && (m.UntilOn == null || m.UntilOn > fromOn), ct))
        {
            return PlatformRefusals.AlreadyMember;
        }

        var member = new Membership(draft.Id, account, draft.Name, role.Id, seat.Reach, seat.NodeId, fromOn);
        member.Describe(wanted.Description);
        db.Memberships.Add(member);
        db.Announce(PlatformTopics.Access, "");
        var outcome = await db.SaveAsync(ct);
        return outcome.IsOk ? new MemberHired(member.Id, password) : outcome.Refusal;
    }

    private async Task<(Guid AccountId, string? Password)> AccountAsync(SignInName signIn, string name, Guid tenantId, CancellationToken ct)
    {
        await using var shared = await accounts.CreateDbContextAsync(ct);
        var normalised = names.NormalizeName(signIn.Text);
        var known = await shared.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normalised, ct);
        var password = known is null ? NewAccounts.OneTimePassword() : null;
        var account = known ?? newAccounts.Make(signIn, WrittenName.Tidy(name), password, isDemo: false);
        if (known is null)
        {
            shared.Users.Add(account);
        }

        if (!await shared.AccountTenants.AnyAsync(l => l.AccountId == account.Id && l.TenantId == tenantId, ct))
        {
            shared.AccountTenants.Add(new AccountTenant(account.Id, tenantId));
        }

        try
        {
            await shared.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsUniqueViolation())
        {
            // Somebody else made the same account, or link, in between: theirs is found now.
            return await AccountAsync(signIn, name, tenantId, ct);
        }

        return (account.Id, password);
    }
}
