using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class LeadCleaningTests
{
    private static readonly CleaningFacts Catalogue = new(null, false, new Dictionary<string, string> { ["x7"] = "x7", ["辰星 X7"] = "x7" });

    public static TheoryData<string, string> Missing() => new()
    {
        { "phone", "missing_field" },
        { "source", "missing_field" },
        { "brand", "missing_field" },
        { "name", "missing_field" },
        { "consent", "no_consent" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_lacks_a_required_field_or_the_consent_is_invalid(string field, string reason)
    {
        var whole = Make.Enquiry();
        var lacking = field switch
        {
            "phone" => whole with { Phone = "  " },
            "source" => whole with { Source = null },
            "brand" => whole with { BrandId = null },
            "name" => whole with { Name = "" },
            _ => whole with { HasContactConsent = false },
        };

        var screened = LeadCleaning.Screen(lacking, CleaningFacts.None);

        screened.InvalidReason.ShouldBe(reason);
        screened.Steps.ShouldHaveSingleItem().Result.ShouldBe(StepResult.Failed);
    }

    [Fact]
    public void A_bad_phone_is_invalid_and_nothing_after_it_is_looked_at()
    {
        var screened = LeadCleaning.Screen(Make.Enquiry(phone: "12345"), new(BlockReason.Staff, true, Catalogue.SeriesByName));

        screened.InvalidReason.ShouldBe("bad_phone");
        screened.Steps.Select(s => (s.Rule, s.Result)).ShouldBe([(1, StepResult.Passed), (2, StepResult.Failed)]);
        screened.Flags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("dealer_hotline")]
    [InlineData("competitor")]
    [InlineData("test")]
    [InlineData("repeated_complaint")]
    [InlineData("opted_out")]
    public void A_blocked_contact_is_invalid_and_the_step_says_which_block_it_is(string block)
    {
        var screened = LeadCleaning.Screen(Make.Enquiry(), new(StoredWord<BlockReason>.Read(block), false, Catalogue.SeriesByName));

        screened.InvalidReason.ShouldBe("blocked");
        screened.Steps[^1].Reason.ShouldBe(block);
    }

    [Theory]
    [InlineData("16212345678", true)]
    [InlineData("16512345678", true)]
    [InlineData("16712345678", true)]
    [InlineData("17012345678", true)]
    [InlineData("17112345678", true)]
    [InlineData("17212345678", false)]
    [InlineData("13812345678", false)]
    public void A_virtual_segment_is_marked_and_stays(string phone, bool isRisk)
    {
        var screened = LeadCleaning.Screen(Make.Enquiry(phone), CleaningFacts.None);

        screened.IsValid.ShouldBeTrue();
        screened.Flags.Contains(LeadCleaning.RiskPhone).ShouldBe(isRisk);
    }

    [Fact]
    public void A_number_that_many_people_gave_is_marked_and_stays()
        => LeadCleaning.Screen(Make.Enquiry(), new(null, true, Catalogue.SeriesByName)).Flags.ShouldBe([LeadCleaning.RiskPhone]);

    [Fact]
    public void Written_places_models_and_sources_become_codes()
    {
        var screened = LeadCleaning.Screen(
            Make.Enquiry() with { Province = "广东省", City = "广州市", District = "天河", Series = "辰星 X7", Source = "垂媒", SourceSecond = "懂车帝", Window = "半年内" },
            Catalogue);

        screened.Place.ShouldBe(new("广东", "广州", "天河区"));
        screened.SeriesCode.ShouldBe("x7");
        screened.Source.Code.ShouldBe("vertical_media.dongchedi");
        screened.Window.ShouldBe(PurchaseWindow.Within6Months);
        screened.Flags.ShouldBeEmpty();
        screened.Steps[^1].ShouldBe(new(5, "normalise", StepResult.Passed));
    }

    [Fact]
    public void What_is_not_known_is_left_empty_for_review_and_never_guessed()
    {
        var screened = LeadCleaning.Screen(
            Make.Enquiry() with { Province = "广东", City = "羊城", District = "天河区", Series = "Model 9", Source = "smoke signals", Window = "soon" },
            Catalogue);

        screened.IsValid.ShouldBeTrue();
        screened.Place.ShouldBe(new("广东", null, null));
        screened.SeriesCode.ShouldBeNull();
        screened.Source.L1.ShouldBeNull();
        screened.Flags.ShouldBe(["needs_review:city", "needs_review:district", "needs_review:source", "needs_review:series", "needs_review:window"]);
        screened.Steps[^1].ShouldBe(new(5, "normalise", StepResult.Flagged, "city,district,source,series,window"));
    }

    [Fact]
    public void Blank_places_are_not_unknown_ones()
        => LeadCleaning.Screen(Make.Enquiry() with { Province = null, City = "", District = " " }, Catalogue).Flags.ShouldBeEmpty();

    [Fact]
    public void Who_names_no_model_is_marked_but_nothing_is_left_to_review()
    {
        var screened = LeadCleaning.Screen(Make.Enquiry() with { Series = " " }, Catalogue);

        screened.Flags.ShouldBe([LeadCleaning.NoSeries]);
        screened.Steps[^1].ShouldBe(new(5, "normalise", StepResult.Flagged, "no_series"));
    }

    [Fact]
    public void An_invalid_enquiry_stays_invalid_whatever_else_is_known()
    {
        var screened = LeadCleaning.Screen(Make.Enquiry(phone: "12345"), CleaningFacts.None);

        var verdict = LeadCleaning.Judge(screened, new(DuplicateKind.Collision, Make.Id(1)), 10, CleaningRules.Default);

        (verdict.State, verdict.Reason).ShouldBe((LeadState.Invalid, "bad_phone"));
    }

    [Fact]
    public void A_collision_is_merged()
    {
        var verdict = LeadCleaning.Judge(Make.Screened(), new(DuplicateKind.Collision, Make.Id(1)), 10, CleaningRules.Default);

        (verdict.State, verdict.Reason).ShouldBe((LeadState.Merged, "collision"));
    }

    [Theory]
    [InlineData("unverified", 0, "cleaned", true)]
    [InlineData("unverified", 2, "cleaned", true)]
    [InlineData("unverified", 3, "invalid", false)]
    [InlineData("phone_code", 9, "cleaned", false)]
    [InlineData("mini_program_grant", 0, "cleaned", false)]
    [InlineData("call", 0, "cleaned", false)]
    public void Three_missed_calls_make_an_unverified_number_unreachable(string proof, int missed, string state, bool isMarked)
    {
        var screened = Make.Screened(Make.Enquiry() with { Proof = StoredWord<ContactProof>.Read(proof), MissedCalls = missed });

        var verdict = LeadCleaning.Judge(screened, DuplicateDecision.New, 10, CleaningRules.Default);

        StoredWord<LeadState>.Of(verdict.State).ShouldBe(state);
        verdict.Flags.Contains(LeadCleaning.Unverified).ShouldBe(isMarked);
        (verdict.Reason == "unreachable").ShouldBe(state == "invalid");
    }

    [Theory]
    [InlineData(5, 0, false, false, "cleaned")]
    [InlineData(0, 0, false, false, "cleaned")]
    [InlineData(5, 6, false, false, "nurturing")]
    [InlineData(6, 6, false, false, "cleaned")]
    [InlineData(0, 6, true, false, "cleaned")]
    [InlineData(0, 6, false, true, "cleaned")]
    public void Below_the_threshold_HQ_nurtures_unless_a_dealer_was_named_or_is_the_host(int score, int threshold, bool named, bool hosted, string state)
    {
        var screened = Make.Screened(Make.Enquiry() with { NamedDealerId = named ? Make.Id(7) : null, HostDealerId = hosted ? Make.Id(8) : null });

        var verdict = LeadCleaning.Judge(screened, DuplicateDecision.New, score, CleaningRules.Default with { DispatchThreshold = threshold });

        StoredWord<LeadState>.Of(verdict.State).ShouldBe(state);
        verdict.IsDispatchedAtOnce.ShouldBe(named || hosted);
    }

    [Fact]
    public void A_clean_lead_shows_all_eight_rules_in_their_order()
    {
        var verdict = LeadCleaning.Judge(Make.Screened(), DuplicateDecision.New, 10, CleaningRules.Default);

        verdict.Steps.Select(s => s.Rule).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        verdict.Steps.ShouldAllBe(s => s.Result == StepResult.Passed);
        verdict.Reason.ShouldBeNull();
    }

    [Fact]
    public void A_name_of_five_thousand_characters_is_marked_and_kept_short()
    {
        var screened = Make.Screened(Make.Enquiry() with { Name = new string('李', 5_000) });
        var lead = Lead.TakeIn(screened, Make.Contact(new string('李', 5_000)), LevelScheme.Long, Make.Touch(), Make.Act());

        screened.Flags.ShouldContain("needs_review:name");
        lead.Name.Length.ShouldBe(100);
    }
}
