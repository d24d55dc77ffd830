using AutoPortal.Ui.Forms;
using Bunit;

namespace AutoPortal.Ui.Tests.Forms;

public sealed class FormFieldTests : UiContext
{
    [Fact]
    public void The_label_names_the_input_and_hint_and_error_describe_it()
    {
        var field = Show("请填写客户姓名");

        var input = field.Find("input");
        field.Find("label").GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-required").ShouldBe("true");
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent).ShouldBe(["请填写客户姓名", "与证件一致"]);
    }

    [Fact]
    public void An_error_that_was_mended_leaves_the_input()
    {
        var field = Show("请填写客户姓名");

        field.Render(parameters => parameters.Add(f => f.Error, null));

        field.Find("input").HasAttribute("aria-invalid").ShouldBeFalse();
        field.FindAll(".error").ShouldBeEmpty();
    }

    private IRenderedComponent<FormField> Show(string? error)
    {
        string? value = null;
        return Render<FormField>(field => field
            .Add(f => f.Label, "客户姓名")
            .Add(f => f.Hint, "与证件一致")
            .Add(f => f.Error, error)
            .Add(f => f.Required, true)
            .AddChildContent<TextInput>(input => input.Bind(i => i.Value, value, next => value = next)));
    }
}
