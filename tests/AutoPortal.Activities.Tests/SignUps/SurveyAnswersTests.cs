using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.Surveys;

namespace AutoPortal.Activities.Tests.SignUps;

public sealed class SurveyAnswersTests
{
    private static readonly KindQuestion Likes = new("q1", "喜欢吗?", QuestionKind.One, [new("c1", "喜欢"), new("c2", "不喜欢")]) { IsRequired = true };
    private static readonly KindQuestion Why = new("q2", "哪里不好?", QuestionKind.Several, [new("c1", "贵"), new("c2", "慢")]) { IsRequired = true, Branch = new("q1", ["c2"]) };
    private static readonly KindQuestion How = new("q3", "慢在哪里?", QuestionKind.Words, []) { IsRequired = true, Branch = new("q2", ["c2"]) };

    public static TheoryData<string, string, string> Answers => new()
    {
        // What was typed, what is stored, what is to be mended.
        { "q1=c1", """{"q1":"c1"}""", "" },
        { "q1=c1&q2.c1=yes&q3=很慢", """{"q1":"c1"}""", "" },
        { "q1=c2&q2.c1=yes", """{"q1":"c2","q2":["c1"]}""", "" },
        { "q1=c2&q2.c1=yes&q2.c2=yes&q3=很慢", """{"q1":"c2","q2":["c1","c2"],"q3":"很慢"}""", "" },
        { "q1=c2&q2.c2=yes", """{"q1":"c2","q2":["c2"]}""", "q3:activities.words_are_missing" },
        { "q1=c2", """{"q1":"c2"}""", "q2:activities.answer_is_missing" },
        { "q1=c2&q2.c9=yes", """{"q1":"c2"}""", "q2:activities.answer_is_missing" },
        { "", "{}", "q1:activities.answer_is_missing" },
        { "q1=c9", "{}", "q1:activities.answer_is_unknown" },
        { "q1=<script>", "{}", "q1:activities.answer_is_unknown" },
    };

    [Theory, MemberData(nameof(Answers))]
    public void Only_what_was_to_be_asked_is_demanded_and_kept(string typed, string stored, string wrong)
    {
        var form = Make.Form();
        foreach (var pair in typed.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            form[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        var check = new SignUpCheck(form, [], []) { Questions = [Likes, Why, How] };
        var checkedForm = check.Run();

        StoredAnswers.Write(checkedForm.Answers).ShouldBe(stored);
        string.Join(' ', check.Errors.Select(e => $"{e.Key}:{e.Value.Code}")).ShouldBe(wrong);
    }

    [Fact]
    public void Words_longer_than_the_limit_are_refused_and_not_called_missing()
    {
        var form = Make.Form();
        form["q"] = new string('长', SignUpCheck.LongestAnswer + 1);
        var check = new SignUpCheck(form, [], []) { Questions = [new("q", "说吧", QuestionKind.Words, []) { IsRequired = true }] };

        check.Run().Answers.ShouldBeEmpty();

        check.Errors["q"].Code.ShouldBe("activities.answer_is_too_long");
    }
}
