using AngleSharp.Dom;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Activities.Tests.Kinds;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Security;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Tests.SignUps.Form;

public sealed class SignUpFormViewTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Fact]
    public async Task Before_the_first_submit_at_most_five_fields_are_in_sight_and_nothing_is_ticked()
    {
        await using var tenant = activities.Tenant();
        var form = await DrawAsync(tenant);

        form.QuerySelectorAll("form > .pg-field input:not([type=checkbox]), form > .pg-field select").Length.ShouldBe(5);
        form.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(3);
        form.QuerySelectorAll("input[type=checkbox][checked]").ShouldBeEmpty();
        form.QuerySelector("details")!.HasAttribute("open").ShouldBeFalse();
    }

    [Fact]
    public async Task Phones_show_digits_and_offer_the_code()
    {
        await using var tenant = activities.Tenant();
        var form = await DrawAsync(tenant);

        form.QuerySelector("input[name=phone]")!.GetAttribute("inputmode").ShouldBe("numeric");
        form.QuerySelector("input[name=code]")!.GetAttribute("autocomplete").ShouldBe("one-time-code");
        form.QuerySelector("button[data-send-code]")!.GetAttribute("formaction").ShouldBe("/test/a/autumn/code");
    }

    [Fact]
    public async Task The_enter_key_signs_up_and_does_not_send_a_code()
    {
        await using var tenant = activities.Tenant();
        var form = await DrawAsync(tenant);

        form.QuerySelector("form button")!.HasAttribute("formaction").ShouldBeFalse();
    }

    [Fact]
    public async Task The_form_says_before_posting_that_nobody_calls_without_consent()
    {
        await using var tenant = activities.Tenant();

        (await DrawAsync(tenant)).TextContent.ShouldContain("不勾选联系授权也可以报名，只是不会有顾问联系您");
    }

    [Fact]
    public async Task After_a_refusal_everything_typed_is_there_and_each_error_stands_beside_its_field()
    {
        await using var tenant = activities.Tenant();
        var typed = Make.Form(name: "<b>王😀");
        typed[SignUpFields.Window] = "3m";
        var state = new SignUpFormState(typed, new Dictionary<string, Refusal> { [SignUpFields.Name] = new("activities.name_has_odd_signs") }, ActivityRefusals.FormIsIncomplete);

        var form = await DrawAsync(tenant, inputs: state);

        var name = form.QuerySelector("input[name=name]")!;
        name.GetAttribute("value").ShouldBe("<b>王😀");
        name.GetAttribute("aria-invalid").ShouldBe("true");
        form.QuerySelector("#" + name.GetAttribute("aria-describedby"))!.TextContent.ShouldContain("姓名里有不能使用的符号");
        form.QuerySelector("select[name=window] option[selected]")!.GetAttribute("value").ShouldBe("3m");
        form.QuerySelector("details")!.HasAttribute("open").ShouldBeTrue();
        form.QuerySelectorAll("input[type=checkbox][checked]").Length.ShouldBe(2);
        form.QuerySelector("[data-form-message]")!.TextContent.ShouldContain("还有几处需要修改");
    }

    [Fact]
    public async Task Every_field_has_a_label_and_a_place_for_its_error()
    {
        await using var tenant = activities.Tenant();
        var form = await DrawAsync(tenant);

        foreach (var field in form.QuerySelectorAll("input:not([type=hidden]), select"))
        {
            form.QuerySelector("#" + field.GetAttribute("aria-describedby")).ShouldNotBeNull();
            (field.GetAttribute("type") == "checkbox" ? field.Closest("label") : form.QuerySelector($"label[for='{field.Id}']")).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Two_strangers_get_the_same_form_but_for_its_stamp()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();

        var one = Draw(tenant, activity.Id);
        var two = Draw(tenant, activity.Id);

        Stampless(one).ShouldBe(Stampless(two));
    }

    [Fact]
    public async Task A_receipt_stands_in_the_forms_place()
    {
        await using var tenant = activities.Tenant();
        var form = await DrawAsync(tenant, inputs: new SignUpReceipt("7K3M-9QXT", WasSignedUp: false, MayBeContacted: false));

        form.QuerySelector("[data-signup-done]")!.TextContent.ShouldContain("7K3M-9QXT");
        form.TextContent.ShouldContain("我们不会给您打电话");
        form.QuerySelector("form").ShouldBeNull();
    }

    [Fact]
    public async Task A_paused_activity_says_so_instead_of_a_form()
    {
        await using var tenant = activities.Tenant();
        var activity = Make.Activity();
        activity.Move(Activities.Domain.ActivityMove.Pause);
        await tenant.SaveAsync<Data.ActivitiesDb>(activity);

        Draw(tenant, activity.Id).TextContent.ShouldContain("报名暂停中");
    }

    [Fact]
    public async Task In_english_every_word_of_ours_is_english()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();

        var form = Draw(tenant, activity.Id, PageLanguages.English);

        var names = new[] { "上海东城店", "苏州姑苏店", "辰星汽车", "上海", "江苏", "苏州", "浦东", "姑苏" };
        names.Aggregate(form.TextContent, (text, name) => text.Replace(name, "")).Where(c => c is >= '一' and <= '鿿').ShouldBeEmpty();
    }


    [Fact]
    public async Task A_question_for_some_only_says_so_to_whoever_has_no_script_and_names_its_choices_to_the_script()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync(Make.Plan() with { Type = "survey", Settings = tenant.Get<KindCatalog>().Write(tenant.Get<KindCatalog>().Get("survey"), SurveyKindTests.Branching()) });
        var typed = Make.Form();
        typed["q2.c2"] = "yes";

        var form = Draw(tenant, activity.Id, inputs: new SignUpFormState(typed, new Dictionary<string, Refusal>(), null));

        var branch = form.QuerySelector("fieldset[data-question=q2]")!;
        (branch.GetAttribute("data-shown-if"), branch.GetAttribute("data-shown-choices")).ShouldBe(("q1", """["c2"]"""));
        branch.HasAttribute("hidden").ShouldBeFalse();
        branch.QuerySelector("[data-shown-hint]")!.TextContent.ShouldBe("仅当「喜欢吗?」选择了不喜欢时填写");
        branch.QuerySelectorAll("input[type=checkbox][checked]").Select(i => i.GetAttribute("name")).ShouldBe(["q2.c2"]);
    }

    private static async Task<IElement> DrawAsync(TestTenant tenant, params object[] inputs)
        => Draw(tenant, (await tenant.RunningAsync()).Id, PageLanguages.Chinese, inputs);

    private static IElement Draw(TestTenant tenant, Guid activityId, string language = PageLanguages.Chinese, params object[] inputs)
        => BlockOnAPage.Draw<SignUpFormView, SignUpFormBlock>(tenant, new() { Id = "sign-up" }, page => page with { SubjectId = activityId, Language = language }, inputs)!;

    private static string Stampless(IElement form)
    {
        form.QuerySelector("input[name=stamp]")!.Remove();
        return form.OuterHtml;
    }
}
