using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.People;

/// <summary>Puts an advisor on duty, or off it: only who is on duty gets new leads. Advisors do it themselves, managers for their people.</summary>
internal sealed class SwitchDuty(IDbContextFactory<PlatformDb> dbs, CurrentUser user, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid membershipId, bool isOnDuty, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId, ct) is not { } member)
        {
            return Refusal.NotFound;
        }

        if (!user.May(PlatformPermissions.Roster) && !(member.AccountId == user.Id && user.May(PlatformPermissions.Duty)))
        {
            return Refusal.NotAllowed;
        }

        if (member is not { Reach: MembershipReach.Own, DealerId: { } dealerId })
        {
            return PlatformRefusals.NotAnAdvisor;
        }

        var args = new { id = Ids.New(clock), account = member.AccountId, dealer = dealerId, now = clock.GetUtcNow() };
        var changed = await db.Sql().ExecuteAsync(
            isOnDuty
                ? """
                  insert into platform.duty_shifts (tenant_id, id, account_id, dealer_id, started_at) values ({tenant_id}, @id, @account, @dealer, @now)
                  on conflict (tenant_id, account_id, dealer_id) where ended_at is null do nothing
                  """
                : "update platform.duty_shifts s set ended_at = @now where {tenant:s} and s.account_id = @account and s.dealer_id = @dealer and s.ended_at is null",
            args,
            ct);
        if (changed == 0)
        {
            return Outcome.Ok;
        }

        db.Audit(isOnDuty ? "came_on_duty" : "left_duty", "membership", membershipId, null, null);
        db.Announce(PlatformTopics.User(member.AccountId), "duty");
        return await db.SaveAsync(ct);
    }
}
