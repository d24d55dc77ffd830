using AutoPortal.Leads.Domain;

namespace AutoPortal.Leads.Tests.Domain;

public sealed class LeadHeatTests
{
    [Theory]
    [InlineData(1, "3m", true, true, 7.5, "warm")]
    [InlineData(1, "7d", true, true, 7.5, "warm")]
    [InlineData(1, "15d", true, true, 7.5, "warm")]
    [InlineData(1, "1m", true, true, 7.5, "warm")]
    [InlineData(2, "3m", true, true, 8.75, "hot")]
    [InlineData(3, "3m", true, true, 10, "hot")]
    [InlineData(9, "3m", true, true, 10, "hot")]
    [InlineData(3, "6m", true, true, 9, "hot")]
    [InlineData(3, "1y", true, true, 8, "warm")]
    [InlineData(2, "1y", true, true, 6.75, "warm")]
    [InlineData(1, "6m", true, true, 6.5, "warm")]
    [InlineData(1, "1y", true, true, 5.5, "cold")]
    [InlineData(1, "over_1y", true, true, 5, "cold")]
    [InlineData(1, null, true, true, 5, "cold")]
    [InlineData(1, "3m", true, false, 5, "cold")]
    [InlineData(2, "6m", true, false, 5.25, "cold")]
    [InlineData(1, null, false, false, 0, "cold")]
    public void Enquiries_window_model_and_budget_count_a_quarter_each(int enquiries, string? window, bool model, bool budget, double score, string band)
    {
        var heat = LeadHeat.Of(enquiries, PurchaseWindows.Find(window), model, budget);

        heat.Score.ShouldBe((decimal)score);
        StoredWord<HeatBand>.Of(heat.Band).ShouldBe(band);
    }

    [Theory]
    [InlineData(8.01, "hot")]
    [InlineData(8, "warm")]
    [InlineData(6, "warm")]
    [InlineData(5.99, "cold")]
    public void Above_eight_is_hot_from_six_to_eight_is_warm(double score, string band)
        => StoredWord<HeatBand>.Of(new LeadHeat((decimal)score).Band).ShouldBe(band);
}
