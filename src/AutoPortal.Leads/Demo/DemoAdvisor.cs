using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Demo;

/// <summary>Works on a lead as a good advisor on ordinary days would, from its assignment until now, through the lead's own rules.</summary>
internal sealed class DemoAdvisor(Dice dice, LevelScheme scheme, Guid? managerId, DateTimeOffset now)
{
    private const int MostContacts = 60;
    private static readonly string[] Reached = ["想带家人一起来试驾，周末方便", "在对比两款车，关注续航和空间", "预算已定，等置换报价", "看了展车，对内饰满意", "询问提车周期和颜色现车", "希望了解金融方案，首付两成", "家里有老人，关注后排舒适度", "已加企业微信，发了配置表"];
    private static readonly string[] NotReached = ["电话未接，已发短信", "无人接听，换个时间再打", "客户在开会，约晚些联系", ""];
    private static readonly LostReason[] Losses = [new("price", "over_budget"), new("price", "trade_in_too_low"), new("competitor_bought", "new_energy"), new("plan_dropped", "no_need"), new("unreachable", "no_answer"), new("model_or_stock", "delivery_too_long")];
    private static readonly LeadLevel[] Judged = [LeadLevel.H, LeadLevel.A, LeadLevel.B, LeadLevel.C];

    public void WorkOn(Lead lead)
    {
        var at = Open(lead.AssignedAt!.Value.AddMinutes(dice.Between(4, 70)));
        if (dice.Chance(0.1))
        {
            at = Open(at.AddHours(dice.Between(20, 60)));
        }

        for (var contact = 0; contact < MostContacts && at < now.AddMinutes(-5) && lead.State is LeadState.Assigned or LeadState.Following or LeadState.Ordered or LeadState.Delivered; contact++)
        {
            at = Contact(lead, at);
        }
    }

    // Returns when the advisor takes the lead up again.
    private DateTimeOffset Contact(Lead lead, DateTimeOffset at)
    {
        var isReached = dice.Chance(lead.State is LeadState.Assigned ? 0.72 : 0.85);
        if (isReached && (lead.State is LeadState.Assigned or LeadState.Following) && (lead.Level is LeadLevel.N or LeadLevel.T || dice.Chance(0.15)))
        {
            Done(lead.Rate(dice.Pick(Judged), By(lead, at, "客户重新说明了购车时间")));
        }

        var range = scheme.ContactFor(lead.Level);
        var next = At(at, dice.Between(range.FromDays, range.ToDays));
        var channel = dice.Chance(0.75) ? ContactChannel.Call : ContactChannel.Wecom;
        var facts = isReached
            ? new FollowUpFacts(channel, channel is ContactChannel.Call ? ContactResult.Reached : ContactResult.Replied, dice.Pick(Reached), next)
            : new FollowUpFacts(ContactChannel.Call, dice.Chance(0.8) ? ContactResult.NoAnswer : ContactResult.HungUp, dice.Pick(NotReached), next);
        Done(lead.RecordFollowUp(facts, scheme, By(lead, at)));
        if (lead.State is LeadState.Following && isReached)
        {
            if (dice.Chance(0.3))
            {
                return Visit(lead, at.AddMinutes(3));
            }

            if (dice.Chance(0.09))
            {
                GiveUp(lead, at.AddMinutes(3));
            }
        }

        if (lead.State is LeadState.Ordered && dice.Chance(0.3))
        {
            var act = new Act(null, LeadActor.Dms, at.AddMinutes(30));
            Done(dice.Chance(0.88) ? lead.Deliver(act) : lead.CancelOrder(act));
        }

        // Whoever was not reached yet is tried again soon.
        return lead.State is LeadState.Assigned ? Open(at.AddHours(dice.Between(2, 22))) : Again(lead);
    }

    private DateTimeOffset Again(Lead lead)
        => lead.DueAt is not { } due ? now
            : dice.Chance(0.85) ? due.AddMinutes(-dice.Between(5, 100))
            : Open(due.AddHours(dice.Between(1, 30)));

    private DateTimeOffset Visit(Lead lead, DateTimeOffset at)
    {
        var planned = At(at, dice.Between(1, 4));
        Done(lead.Invite(planned, By(lead, at)));
        if (planned > now.AddHours(-3))
        {
            return now;
        }

        if (dice.Chance(0.35))
        {
            Done(lead.CancelInvitation(Act.OfTheHouse(planned.AddHours(9), "no_show")));
            return Open(planned.AddHours(20));
        }

        Done(lead.MarkArrived(new(lead.OwnerId, LeadActor.Showroom, planned)));
        if (dice.Chance(0.7))
        {
            Done(lead.FinishTestDrive(By(lead, planned.AddMinutes(45))));
        }

        var leaves = planned.AddMinutes(100);
        if (dice.Chance(0.32))
        {
            Done(lead.PlaceOrder(new(null, LeadActor.Dms, leaves)));
            return Again(lead);
        }

        var range = scheme.ContactFor(lead.Level);
        var next = At(leaves, dice.Between(range.FromDays, range.ToDays));
        Done(lead.LeaveWithoutOrder(next, scheme, By(lead, leaves)));
        return next.AddMinutes(-dice.Between(5, 100));
    }

    private void GiveUp(Lead lead, DateTimeOffset at)
    {
        Done(lead.ApplyForLost(dice.Pick(Losses), "电话中客户明确表示", new(at.AddDays(1), false), By(lead, at)));
        var decided = Open(at.AddHours(dice.Between(2, 20)));
        if (decided < now)
        {
            Done(lead.DecideLost(dice.Chance(0.8), new(managerId, LeadActor.DealerManager, decided, "已听录音核实")));
        }
    }

    private static Act By(Lead lead, DateTimeOffset at, string? reason = null) => new(lead.OwnerId, LeadActor.Advisor, at, reason);

    private DateTimeOffset At(DateTimeOffset from, int days)
        => ShanghaiTime.At(ShanghaiTime.DateOf(from).AddDays(days), new(dice.Between(10, 17), dice.Between(0, 11) * 5));

    // Nobody calls at night.
    private DateTimeOffset Open(DateTimeOffset at)
    {
        var hour = ShanghaiTime.TimeOf(at).Hour;
        return hour is >= 9 and < 19 ? at : At(at, hour < 9 ? 0 : 1);
    }

    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demonstration went against the rules: {refusal.Code}.");
        }
    }
}
