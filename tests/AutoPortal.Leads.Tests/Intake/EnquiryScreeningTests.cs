using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Tests.Intake;

/// <summary>The whole pipeline over rows of a file, with nothing but the overlay: what an import shows before it writes.</summary>
public sealed class EnquiryScreeningTests
{
    private static readonly FileFacts File = new(new Dictionary<string, Guid>(), Make.Brand, Make.Now);
    private static readonly CleaningFacts Facts = CleaningFacts.None with { DealersByName = new Dictionary<string, Guid> { ["CX1"] = Make.Id(1), ["CX2"] = Make.Id(2) } };
    private readonly EnquiryScreening _screening = new(new KnownPeople(), _ => Facts, _ => LevelScheme.Long, new Dictionary<string, BlockReason> { ["13800138000"] = BlockReason.Test });

    [Fact]
    public void The_first_rule_that_fails_decides()
    {
        Screen(Make.Written() with { Phone = "13800138000", Name = null, Consent = "否" }).InvalidReason.ShouldBe("missing_field");
        Screen(Make.Written() with { Phone = "无", Consent = "否" }).InvalidReason.ShouldBe("no_consent");
        Screen(Make.Written() with { Phone = "无" }).InvalidReason.ShouldBe("bad_phone");
        Screen(Make.Written() with { Phone = "138-0013-8000" }).InvalidReason.ShouldBe("blocked");
    }

    [Fact]
    public void A_row_of_the_same_person_and_dealer_is_merged_and_one_of_another_dealer_is_accepted()
    {
        Screen(Make.Written() with { Dealer = "CX1" }).Outcome.ShouldBe(TakenInOutcome.Accepted);
        Screen(Make.Written() with { Phone = "+86 138-1234-5678", Dealer = "CX1", Name = "李四" }).Outcome.ShouldBe(TakenInOutcome.Merged);
        Screen(Make.Written() with { Dealer = "CX2" }).Outcome.ShouldBe(TakenInOutcome.Accepted);
        Screen(Make.Written()).Outcome.ShouldBe(TakenInOutcome.Accepted);
        Screen(Make.Written()).Outcome.ShouldBe(TakenInOutcome.Merged);
    }

    [Fact]
    public void A_row_that_meets_only_invalid_ones_of_the_same_person_is_accepted()
    {
        Screen(Make.Written() with { Consent = "否" }).Outcome.ShouldBe(TakenInOutcome.Invalid);
        Screen(Make.Written()).Outcome.ShouldBe(TakenInOutcome.Reactivated);
        Screen(Make.Written()).Outcome.ShouldBe(TakenInOutcome.Merged);
    }

    [Fact]
    public void A_row_answers_its_own_level_whatever_the_lead_has()
    {
        Screen(Make.Written() with { Consent = "否" });

        Screen(Make.Written() with { Window = "半年内" }).Level.ShouldBe(LeadLevel.C);
    }

    [Fact]
    public void Bad_numbers_know_nothing_of_each_other()
        => Enumerable.Range(0, 3).Select(_ => Screen(Make.Written() with { Phone = "无" }).InvalidReason).ShouldAllBe(r => r == "bad_phone");

    [Fact]
    public void A_number_of_three_names_is_marked_from_the_third_on()
    {
        var flags = new[] { ("李明", "CX1"), ("王红", "CX2"), ("张伟", "") }.Select(p => Screen(Make.Written() with { Name = p.Item1, Dealer = p.Item2 }).Flags.Contains(LeadCleaning.RiskPhone)).ToList();

        flags.ShouldBe([false, false, true]);
    }

    [Fact]
    public void A_generated_file_counts_to_what_was_put_into_it()
    {
        var rows = GeneratedRows.Of(accepted: 400, missing: 23, withoutConsent: 17, badPhones: 29, blocked: 13, repeated: 46, seed: 7);

        var counts = rows.Select(Screen).GroupBy(t => t.InvalidReason ?? (t.Outcome is TakenInOutcome.Merged ? "merged" : "accepted")).ToDictionary(g => g.Key, g => g.Count());

        counts.ShouldBe(new Dictionary<string, int> { ["accepted"] = 400, ["missing_field"] = 23, ["no_consent"] = 17, ["bad_phone"] = 29, ["blocked"] = 13, ["merged"] = 46 }, ignoreOrder: true);
    }

    private TakenIn Screen(WrittenLead row)
    {
        var enquiry = FileEnquiry.Read(row, File).Enquiry;
        var hash = Kernel.Security.PhoneNumber.TryNormalise(enquiry.Phone, out var phone) ? phone : "";
        return _screening.Screen(enquiry, hash, Make.Now);
    }
}
