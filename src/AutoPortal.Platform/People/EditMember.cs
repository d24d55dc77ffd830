using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Changes a member's role, place, days, caps and tags, or lets the membership end on a day.</summary>
internal sealed class EditMember(IDbContextFactory<PlatformDb> dbs, MemberSeats seats, ScopeResolver scopes, CurrentUser user, TimeProvider clock)
{
    /// <param name="membershipId">A member in the person's reach.</param>
    /// <param name="version">What the person read.</param>
    /// <param name="roleId">The tenant's role.</param>
    /// <param name="seat">How far it reaches.</param>
    /// <param name="description">All of it.</param>
    /// <param name="ct">Cancels before the change.</param>
    public Task<Outcome> RunAsync(Guid membershipId, uint version, Guid roleId, Seat seat, MemberDescription description, CancellationToken ct)
        => ActAsync(membershipId, version, async (db, member) =>
        {
            if (await db.Roles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roleId, ct) is not { } role)
            {
                return PlatformRefusals.RoleUnknown;
            }

            if (member.AccountId == user.Id && member.UntilOn != description.UntilOn)
            {
                return PlatformRefusals.CannotLockYourself;
            }

            var isMoved = member.RoleId != roleId || member.Reach != seat.Reach || member.NodeId != seat.NodeId;
            return (isMoved ? RoleReach.WhyNot(role.Template, seat) ?? await seats.WhyNotAsync(seat, ct) : null)
                ?? member.Describe(description)
                ?? member.Appoint(role, seat, user.Id);
        }, ct);

    /// <summary>The first day without access; what the member had stays where it is until it is handed over.</summary>
    public Task<Outcome> EndAsync(Guid membershipId, DateOnly untilOn, CancellationToken ct)
        => ActAsync(membershipId, null, (_, member) => Task.FromResult(member.End(untilOn, ShanghaiTime.DateOf(clock.GetUtcNow()), user.Id)), ct);

    private async Task<Outcome> ActAsync(Guid membershipId, uint? version, Func<PlatformDb, Membership, Task<Refusal?>> rule, CancellationToken ct)
    {
        if (!user.May(PlatformPermissions.PeopleManage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Memberships.SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return Refusal.NotFound;
        }

        if (version is { } seen)
        {
            db.Expect(member, seen);
        }

        if (await rule(db, member) is { } refusal)
        {
            return refusal;
        }

        db.Announce(PlatformTopics.Access, "");
        var outcome = await db.SaveAsync(ct);
        scopes.Forget();
        return outcome;
    }
}
