using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Leads.Tests;

/// <summary>Valid things with their values in one place; they go through the real domain methods.</summary>
internal static class Make
{
    public static readonly Guid Brand = new("0199b000-0000-7000-8000-0000000000b1");
    public static readonly Guid Advisor = new("0199b000-0000-7000-8000-0000000000a1");

    /// <summary>A Monday, 10:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Now = ShanghaiTime.At(new(2026, 3, 2), new(10, 0));

    public static Act Act(LeadActor part = LeadActor.System, string? reason = null, DateTimeOffset? at = null, Guid? by = null)
        => new(part is LeadActor.System ? null : by ?? Advisor, part, at ?? Now, reason);

    public static Enquiry Enquiry(string? phone = "13812345678", Guid? namedDealer = null, string? window = "3m") => new()
    {
        BrandId = Brand,
        Name = "李明",
        Phone = phone,
        HasContactConsent = true,
        Source = "activity.test_drive_event",
        Province = "广东",
        City = "广州",
        District = "天河区",
        Series = "x7",
        Window = window,
        NamedDealerId = namedDealer,
        Proof = ContactProof.PhoneCode,
    };

    /// <summary>A row of a file without a fault.</summary>
    public static AutoPortal.Leads.Intake.WrittenLead Written() => new()
    {
        Name = "李明",
        Phone = "13812345678",
        Series = "x7",
        Province = "广东",
        City = "广州",
        Source = "垂媒",
        SourceSecond = "汽车之家",
        Window = "3个月内",
        Budget = "15-20",
        Consent = "是",
        SubmittedAt = "2026-03-01 09:00:00",
    };

    public static ScreenedEnquiry Screened(Enquiry? enquiry = null) => LeadCleaning.Screen(enquiry ?? Enquiry(), CleaningFacts.None);

    public static Contact Contact(string name = "李明") => new(null, name, "sealed", "hash", "5678", "138****5678");

    public static TouchFacts Touch() => new(null, null, null, null, Now);

    public static DealerSeat Seat(Guid? dealer = null) => new(dealer ?? Id(7), null, null, Now.AddMinutes(30), 30);

    public static DueTime Due(int minutes = 30) => new(Now.AddMinutes(minutes), false);

    public static Guid Id(int n) => new($"0199b000-0000-7000-8000-{n:D12}");

    public static Lead Lead(LeadState state = LeadState.Raw, DateTimeOffset? at = null)
    {
        var lead = AutoPortal.Leads.Domain.Lead.TakeIn(Screened(), Contact(), LevelScheme.Long, Touch(), Act(at: at ?? Now));
        foreach (var step in Roads[state])
        {
            Steps.Take(lead, step, at ?? Now).ShouldBeNull($"{step} on the road to {state}");
        }

        lead.State.ShouldBe(state);
        return lead;
    }

    public static DealerFacts Dealer(
        int n,
        string province = "广东",
        string city = "广州",
        string district = "天河区",
        bool isActive = true,
        bool acceptsLeads = true,
        string[]? channels = null,
        string[]? series = null,
        int capacity = 0)
        => new(Id(n), Brand, null, null, $"D{n:D3}", $"Dealer {n}", province, city, district, isActive, acceptsLeads, channels ?? [], series ?? [], capacity, new(9, 0), new(18, 0));

    public static AdvisorFacts AdvisorAt(int dealer, int n, int openCap = 60, int dailyCap = 10, bool isOnDuty = true, string[]? tags = null)
        => new(Id(n), Id(dealer), $"Advisor {n}", openCap, dailyCap, isOnDuty, tags ?? []);

    private static readonly LeadTrigger[] ToFollowing = [LeadTrigger.Clean, LeadTrigger.Dispatch, LeadTrigger.Assign, LeadTrigger.FollowUp];

    private static readonly Dictionary<LeadState, LeadTrigger[]> Roads = new()
    {
        [LeadState.Raw] = [],
        [LeadState.Cleaned] = [LeadTrigger.Clean],
        [LeadState.Nurturing] = [LeadTrigger.Nurture],
        [LeadState.Invalid] = [LeadTrigger.Invalidate],
        [LeadState.Merged] = [LeadTrigger.Merge],
        [LeadState.Dispatched] = [LeadTrigger.Clean, LeadTrigger.Dispatch],
        [LeadState.Assigned] = [LeadTrigger.Clean, LeadTrigger.Dispatch, LeadTrigger.Assign],
        [LeadState.Following] = ToFollowing,
        [LeadState.Invited] = [.. ToFollowing, LeadTrigger.Invite],
        [LeadState.Arrived] = [.. ToFollowing, LeadTrigger.Arrive],
        [LeadState.TestDriven] = [.. ToFollowing, LeadTrigger.Arrive, LeadTrigger.FinishTestDrive],
        [LeadState.Ordered] = [.. ToFollowing, LeadTrigger.Order],
        [LeadState.Delivered] = [.. ToFollowing, LeadTrigger.Order, LeadTrigger.Deliver],
        [LeadState.LostPending] = [.. ToFollowing, LeadTrigger.ApplyForLost],
        [LeadState.Lost] = [.. ToFollowing, LeadTrigger.ApplyForLost, LeadTrigger.ApproveLost],
        [LeadState.Dormant] = [.. ToFollowing, LeadTrigger.Rest],
        [LeadState.PublicPool] = [.. ToFollowing, LeadTrigger.Pool],
    };
}
