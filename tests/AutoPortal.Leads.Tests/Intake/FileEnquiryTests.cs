using AutoPortal.Kernel.Time;
using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Tests.Intake;

public sealed class FileEnquiryTests
{
    private static readonly FileFacts OneBrand = new(new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase) { ["辰星"] = Make.Brand }, Make.Brand, Make.Now);

    [Theory]
    [InlineData("是", true, "")]
    [InlineData("已同意", true, "")]
    [InlineData("Y", true, "")]
    [InlineData(" 是 ", true, "")]
    [InlineData("否", false, "")]
    [InlineData("", false, "")]
    [InlineData(null, false, "")]
    [InlineData("电话里说过", false, "unknown_word")]
    public void Silence_and_unknown_words_are_no_consent(string? cell, bool consent, string issue)
    {
        var read = FileEnquiry.Read(Make.Written() with { Consent = cell }, OneBrand);

        read.Enquiry.HasContactConsent.ShouldBe(consent);
        string.Join(',', read.Issues.Select(i => i.Reason)).ShouldBe(issue);
    }

    [Theory]
    [InlineData("2026-02-28 09:00:37", "2026-02-28 09:00:37", "")]
    [InlineData("2026/2/8 9:05", "2026-02-08 09:05:00", "")]
    [InlineData("2026年2月8日", "2026-02-08 00:00:00", "")]
    [InlineData("2027-01-01 00:00:00", null, "lies_ahead")]
    [InlineData("上周", null, "unreadable_time")]
    [InlineData(null, null, "")]
    public void The_time_of_submitting_is_Shanghais_and_never_lies_ahead(string? cell, string? time, string issue)
    {
        var read = FileEnquiry.Read(Make.Written() with { SubmittedAt = cell }, OneBrand);

        read.SubmittedAt.ShouldBe(time is null ? null : DateTimeOffset.Parse(time + "+08:00", System.Globalization.CultureInfo.InvariantCulture));
        string.Join(',', read.Issues.Select(i => i.Reason)).ShouldBe(issue);
    }

    [Theory]
    [InlineData(null, true, "")]
    [InlineData("辰星", true, "")]
    [InlineData("流星", false, "unknown_word")]
    public void The_only_brand_is_meant_where_none_is_written_and_an_unknown_one_is_not_replaced(string? cell, bool isKnown, string issue)
    {
        var read = FileEnquiry.Read(Make.Written() with { Brand = cell }, OneBrand);

        read.Enquiry.BrandId.ShouldBe(isKnown ? Make.Brand : null);
        string.Join(',', read.Issues.Select(i => i.Reason)).ShouldBe(issue);
    }

    [Fact]
    public void Among_several_brands_none_is_guessed()
        => FileEnquiry.Read(Make.Written(), OneBrand with { BrandId = null }).Enquiry.BrandId.ShouldBeNull();

    [Fact]
    public void A_nickname_stands_in_for_the_name()
        => FileEnquiry.Read(Make.Written() with { Name = " ", Nickname = "小李" }, OneBrand).Enquiry.Name.ShouldBe("小李");

    [Theory]
    [InlineData("7天内", "H")]
    [InlineData("15天内", "A")]
    [InlineData("1个月内", "A")]
    [InlineData("3个月内", "B")]
    [InlineData("半年内", "C")]
    [InlineData("1年内", "C")]
    [InlineData("1年以上", "C")]
    [InlineData(null, "N")]
    public void The_words_of_files_for_the_time_of_purchase_give_the_level(string? window, string level)
        => LevelScheme.Long.LevelFor(LeadCleaning.Screen(FileEnquiry.Read(Make.Written() with { Window = window }, OneBrand).Enquiry, CleaningFacts.None).Window).ToString().ShouldBe(level);

    [Theory]
    [InlineData("15-20", true)]
    [InlineData("15~20万", true)]
    [InlineData("30万以上", true)]
    [InlineData("12.5", true)]
    [InlineData("够用就行", false)]
    public void A_budget_is_known_or_left_for_review(string written, bool isKnown)
    {
        var screened = LeadCleaning.Screen(FileEnquiry.Read(Make.Written() with { Budget = written }, OneBrand).Enquiry, CleaningFacts.None);

        screened.Enquiry.HasBudget.ShouldBe(isKnown);
        screened.Flags.Contains("needs_review:budget").ShouldBe(!isKnown);
    }

    [Fact]
    public void A_dealer_is_found_by_its_code_and_an_unknown_one_is_left_for_review()
    {
        var facts = CleaningFacts.None with { DealersByName = new Dictionary<string, Guid> { ["CX0011"] = Make.Id(7) } };

        var known = LeadCleaning.Screen(FileEnquiry.Read(Make.Written() with { Dealer = "CX0011" }, OneBrand).Enquiry, facts);
        var unknown = LeadCleaning.Screen(FileEnquiry.Read(Make.Written() with { Dealer = "CX9999" }, OneBrand).Enquiry, facts);

        known.Enquiry.NamedDealerId.ShouldBe(Make.Id(7));
        unknown.Enquiry.NamedDealerId.ShouldBeNull();
        unknown.Flags.ShouldContain("needs_review:dealer");
    }

    [Fact]
    public void What_a_clerk_said_of_a_word_is_believed_from_then_on()
    {
        var facts = CleaningFacts.None with { Aliases = new([("source", "活动 / 秋季试驾会", "activity.test_drive_event")]) };

        var screened = LeadCleaning.Screen(FileEnquiry.Read(Make.Written() with { Source = "活动", SourceSecond = "秋季试驾会" }, OneBrand).Enquiry, facts);

        screened.Source.Code.ShouldBe("activity.test_drive_event.秋季试驾会");
        screened.Flags.ShouldNotContain("needs_review:source");
    }

    [Theory]
    [InlineData("热线或测试号码", "test")]
    [InlineData("门店热线", "dealer_hotline")]
    [InlineData("opted_out", "opted_out")]
    [InlineData("不喜欢", null)]
    public void Reasons_of_blocklists_are_read_or_refused(string written, string? reason)
        => FileWords.ReadBlock(written).ShouldBe(StoredWord<BlockReason>.Find(reason));
}
