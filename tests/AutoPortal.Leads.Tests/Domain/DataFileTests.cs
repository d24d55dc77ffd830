using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class DataFileTests
{
    [Fact]
    public void The_twelve_first_levels_of_sources_are_all_there()
        => SourceTree.Sources.Select(s => s.Code).ShouldBe(
        [
            "vertical_media", "social_video", "paid_ads", "owned_online", "activity", "showroom",
            "outreach", "referral", "aftersales", "owner_rebuy", "partner", "import",
        ]);

    [Theory]
    [InlineData("activity", null, "activity", true)]
    [InlineData("activity.test_drive_event", null, "activity.test_drive_event", true)]
    [InlineData("activity.test_drive_event.autumn-2026", null, "activity.test_drive_event.autumn-2026", true)]
    [InlineData("垂媒", "汽车之家", "vertical_media.autohome", true)]
    [InlineData("新媒体", "抖音", "social_video.douyin", true)]
    [InlineData("外拓", null, "outreach", true)]
    [InlineData("活动", "秋季试驾会", "activity", false)]
    [InlineData("smoke signals", "north", "", false)]
    public void A_source_is_read_by_code_or_by_name_and_an_unknown_level_stays_empty(string first, string? second, string code, bool isKnown)
    {
        var (source, known) = SourceTree.Read(first, second);

        source.Code.ShouldBe(code);
        known.ShouldBe(isKnown);
    }

    [Theory]
    [InlineData("广东", "广州", "天河区", "广东", "广州", "天河区", "")]
    [InlineData("广东省", "广州市", "天河", "广东", "广州", "天河区", "")]
    [InlineData(null, "广州市", null, "广东", "广州", null, "")]
    [InlineData("上海市", "上海市", "浦东新区", "上海", "上海", "浦东新区", "")]
    [InlineData("内蒙古自治区", "锡林郭勒盟", null, "内蒙古", "锡林郭勒", null, "")]
    [InlineData("新疆维吾尔自治区", "乌鲁木齐", null, "新疆", "乌鲁木齐", null, "")]
    [InlineData("吉林", "延边", null, "吉林", "延边", null, "")]
    [InlineData("香港", null, null, "香港", null, null, "")]
    [InlineData("浙江", "广州", null, "浙江", null, null, "city")]
    [InlineData("粤", "广州", "朝阳区", "广东", "广州", null, "province,district")]
    [InlineData(null, null, "天河区", null, null, null, "district")]
    public void A_place_is_brought_to_one_form_part_by_part(string? province, string? city, string? district, string? p, string? c, string? d, string unknown)
    {
        var (place, left) = Divisions.Read(province, city, district);

        place.ShouldBe(new(p, c, d));
        string.Join(',', left).ShouldBe(unknown);
    }

    [Fact]
    public void A_loss_needs_a_reason_of_both_levels_from_the_list()
    {
        LostReasons.All.Select(r => r.Code).ShouldBe(
            ["price", "competitor_bought", "model_or_stock", "finance_refused", "family_opposed", "plan_dropped", "distance", "service", "unreachable", "other"]);
        LostReasons.All.ShouldAllBe(r => r.Children!.Count > 1);
        LostReasons.Has(new("price", "over_budget")).ShouldBeTrue();
        LostReasons.Has(new("price", "too_far")).ShouldBeFalse();
        LostReasons.Has(new("distance", "")).ShouldBeFalse();
        LostReasons.Has(new("boredom", "over_budget")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("test_driven")]
    [InlineData("lost_pending")]
    [InlineData("public_pool")]
    public void States_are_stored_under_the_words_of_the_domain_language(string word)
        => StoredWord<LeadState>.Of(StoredWord<LeadState>.Read(word)).ShouldBe(word);
}
