using System.Text.Encodings.Web;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.Tests.SignUps.Form;

public sealed class KnownChoicesTests
{
    private static readonly Guid Activity = Guid.NewGuid();
    private static readonly DealerFacts East = Dealer("D1", "东城<店>", "上海", "上海", "浦东");
    private static readonly DealerFacts Old = Dealer("D2", "姑苏店", "江苏", "苏州", "");
    private readonly KnownChoices _choices = new(HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));

    [Fact]
    public void They_are_put_together_once_until_a_dealer_changes()
    {
        var first = _choices.Of(Activity, [East, Old], []);

        _choices.Of(Activity, [East, Old], []).ShouldBeSameAs(first);
        _choices.Of(Activity, [East, Old with { Name = "新店" }], []).Dealers.Markup("").ShouldContain("新店");
    }

    [Fact]
    public void Names_are_encoded_and_grouped_by_city()
        => _choices.Of(Activity, [East, Old], []).Dealers.Markup("").ShouldBe(
            "<optgroup label=\"上海\"><option value=\"D1\" data-group=\"上海/上海\">东城&lt;店&gt;</option></optgroup>"
            + "<optgroup label=\"苏州\"><option value=\"D2\" data-group=\"江苏/苏州\">姑苏店</option></optgroup>");

    [Fact]
    public void What_was_chosen_stays_chosen()
        => _choices.Of(Activity, [East, Old], []).Cities.Markup("江苏/苏州").ShouldContain("<option value=\"江苏/苏州\" selected>苏州</option>");

    [Fact]
    public void A_dealer_without_a_district_offers_none()
        => _choices.Of(Activity, [Old], []).Districts.IsEmpty.ShouldBeTrue();

    private static DealerFacts Dealer(string code, string name, string province, string city, string district)
        => new(Guid.NewGuid(), Guid.NewGuid(), null, null, code, name, province, city, district, IsActive: true, AcceptsLeads: true, [], [], 10, new TimeOnly(9, 0), new TimeOnly(18, 0));
}
