using AutoPortal.Activities.SignUps;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Activities.Tests.SignUps;

public sealed class SignUpCheckTests
{
    private static readonly string[] Fields = [.. Make.Form().Keys, SignUpFields.City, SignUpFields.District, SignUpFields.Dealer, SignUpFields.Series, SignUpFields.Window];

    [Fact]
    public void An_empty_form_hears_of_every_mistake_at_once()
    {
        var check = Check([]);

        check.Errors.Keys.Order().ShouldBe(["code", "consent_service", "name", "phone"]);
    }

    [Theory]
    [InlineData("王小明", "王小明")]
    [InlineData("  王  小明 ", "王 小明")]
    [InlineData("阿依古丽·买买提", "阿依古丽·买买提")]
    [InlineData("O'Brien", "O'Brien")]
    [InlineData("Jean-Luc", "Jean-Luc")]
    [InlineData("𠮷田", "𠮷田")]
    public void A_name_of_any_script_is_taken(string written, string kept)
    {
        var form = Make.Form(name: written);
        var check = new SignUpCheck(form, [], []);

        check.Run().Name.ShouldBe(kept);
        check.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; drop table sign_ups; --")]
    [InlineData("王小明😀")]
    [InlineData("---")]
    [InlineData("王\u0000明")]
    public void A_name_with_odd_signs_is_refused_with_what_to_do(string written)
        => Check(Make.Form(name: written)).Errors[SignUpFields.Name].Code.ShouldBe("activities.name_has_odd_signs");

    [Fact]
    public void A_name_of_five_thousand_signs_is_refused_with_the_limit()
    {
        var error = Check(Make.Form(name: new string('王', 5_000))).Errors[SignUpFields.Name];

        error.Code.ShouldBe("activities.name_is_too_long");
        error.Details.ShouldBe([SignUpCheck.LongestName]);
    }

    [Theory]
    [InlineData("138 0013 8000")]
    [InlineData("+86 138-0013-8000")]
    [InlineData("13800138000")]
    public void A_phone_is_taken_however_it_is_written(string written)
    {
        var check = new SignUpCheck(Make.Form(phone: written), [], []);

        check.Run().Phone.ShouldBe("13800138000");
    }

    [Fact]
    public void A_closed_dealer_cannot_be_chosen()
    {
        var form = Make.Form();
        form[SignUpFields.Dealer] = KnownDealers.Closed.Code;

        Check(form).Errors[SignUpFields.Dealer].Code.ShouldBe("activities.dealer_is_unknown");
    }

    [Fact]
    public void A_district_of_another_city_is_for_the_person_to_settle()
    {
        var form = Make.Form();
        form[SignUpFields.City] = "上海/上海";
        form[SignUpFields.District] = "江苏/苏州/姑苏";

        Check(form).Errors[SignUpFields.District].Code.ShouldBe("activities.district_is_elsewhere");
    }

    [Fact]
    public void A_district_alone_says_the_city_too()
    {
        var form = Make.Form();
        form[SignUpFields.District] = "江苏/苏州/姑苏";
        var check = new SignUpCheck(form, [KnownDealers.Shanghai, KnownDealers.Suzhou], []);

        var place = check.Run();

        (place.Province, place.City, place.District).ShouldBe(("江苏", "苏州", "姑苏"));
    }

    // Whatever comes in, in whatever field: it is answered, never a fault.
    [Fact]
    public void Anything_in_every_field_is_answered() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var form = Fields.ToDictionary(f => f, _ => text.Get);

        var check = Check(form);

        return check.Errors.ContainsKey(SignUpFields.Phone);
    }).QuickCheckThrowOnFailure();

    private static SignUpCheck Check(Dictionary<string, string> form)
    {
        var check = new SignUpCheck(form, [KnownDealers.Shanghai, KnownDealers.Suzhou], []);
        check.Run();
        return check;
    }
}
