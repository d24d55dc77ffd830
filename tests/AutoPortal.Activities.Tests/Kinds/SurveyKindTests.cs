using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.Survey;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Activities.Tests.Kinds;

public sealed class SurveyKindTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private KindCatalog Catalog => activities.Services.GetRequiredService<KindCatalog>();

    private ActivityKind Kind => Catalog.Get(ActivityTypes.Survey);

    [Fact]
    public void A_fresh_survey_can_be_saved_as_it_is() => Kind.Check(Kind.Fresh()).ShouldBeEmpty();

    [Fact]
    public void Questions_that_were_lines_are_lifted_and_their_answers_keep_their_own_words_as_id()
    {
        var questions = Kind.Questions(Catalog.Read(Kind, """{"kind":"survey","version":1,"questions":" 喜欢吗? | 喜欢 | 不喜欢 \n\n还想说什么?"}"""));

        questions.Select(q => (q.Name, q.Words, q.Kind, q.IsRequired)).ShouldBe([("q1", "喜欢吗?", QuestionKind.One, true), ("q2", "还想说什么?", QuestionKind.Words, false)]);
        questions[0].Choices.ShouldBe([new KindChoice("喜欢", "喜欢"), new KindChoice("不喜欢", "不喜欢")]);
    }

    [Fact]
    public void A_written_survey_comes_back_with_its_branch()
    {
        var read = Kind.Questions(Catalog.Read(Kind, Catalog.Write(Kind, Branching())));

        read[1].Branch!.Question.ShouldBe("q1");
        read[1].Branch!.Choices.ShouldBe(["c2"]);
        read[1].Kind.ShouldBe(QuestionKind.Several);
    }

    public static TheoryData<string, string, Action<SurveySettings>> Mistakes => new()
    {
        { "questions", "activities.questions_are_too_many", s => s.Questions.Clear() },
        { "questions", "activities.questions_are_too_many", s => s.Questions.AddRange(Enumerable.Range(10, 20).Select(n => new SurveyQuestion { Id = $"q{n}", Words = "问", Kind = QuestionKind.Words })) },
        { "questions.q1.words", "activities.question_has_odd_words", s => s.Questions[0].Words = "  " },
        { "questions.q1.words", "activities.question_has_odd_words", s => s.Questions[0].Words = new string('问', 101) },
        { "questions.q3", "activities.questions_are_odd", s => s.Questions[2].Kind = QuestionKind.One },
        { "questions.q1", "activities.choice_has_odd_words", s => s.Questions[0].Choices[0].Words = " " },
        { "questions.q1", "activities.choices_are_alike", s => s.Questions[0].Choices[0].Words = "不喜欢" },
        { "questions.q2", "activities.branch_comes_later", s => QuestionRows.Move(s.Questions, s.Questions[1], -1) },
        { "questions.q2", "activities.branch_comes_later", s => s.Questions[1].AfterId = "q3" },
        { "questions.q2", "activities.branch_needs_choices", s => s.Questions[1].AfterChoices.Clear() },
        { "questions.q2", "activities.branch_needs_choices", s => s.Questions[1].AfterChoices.Add("gone") },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_question(string field, string code, Action<SurveySettings> make)
    {
        var settings = Branching();
        make(settings);

        Kind.Check(settings).Select(e => (e.Field, e.Why.Code)).ShouldBe([(field, code)]);
    }

    [Fact]
    public void Moved_and_reworded_it_is_still_the_same_survey()
    {
        var (before, after) = (Branching(), Branching());
        after.Questions[0].Words = "您喜欢吗?";
        after.Questions[0].Choices[1].Words = "不太喜欢";
        QuestionRows.Move(after.Questions, after.Questions[2], -1);

        Kind.IsAlike(before, after).ShouldBeTrue();
    }

    public static TheoryData<Action<SurveySettings>> OtherSurveys => new(
        s => QuestionRows.Add(s.Questions),
        s => QuestionRows.Remove(s.Questions, s.Questions[2]),
        s => QuestionRows.AddChoice(s.Questions[0]),
        s => s.Questions[0].Kind = QuestionKind.Several,
        s => s.Questions[0].IsRequired = false,
        s => QuestionRows.After(s.Questions[1], null),
        s => s.Questions[1].AfterChoices.Add("c1"));

    [Theory, MemberData(nameof(OtherSurveys))]
    public void What_people_were_asked_is_not_changed_under_their_answers(Action<SurveySettings> change)
    {
        var after = Branching();
        change(after);

        Kind.IsAlike(Branching(), after).ShouldBeFalse();
    }

    [Fact]
    public void Taking_out_a_choice_or_a_question_takes_it_out_of_the_branches()
    {
        var (choice, question) = (Branching(), Branching());

        QuestionRows.RemoveChoice(choice.Questions, choice.Questions[0], choice.Questions[0].Choices[1]);
        QuestionRows.Remove(question.Questions, question.Questions[0]);

        choice.Questions[1].AfterChoices.ShouldBeEmpty();
        question.Questions[0].AfterId.ShouldBeNull();
    }

    [Fact]
    public void A_new_question_never_takes_the_name_of_another()
    {
        var settings = Branching();
        QuestionRows.Remove(settings.Questions, settings.Questions[0]);

        QuestionRows.Add(settings.Questions);
        QuestionRows.Add(settings.Questions);

        settings.Questions.Select(q => q.Id).ShouldBeUnique();
    }

    internal static SurveySettings Branching() => new()
    {
        Questions =
        [
            new() { Id = "q1", Words = "喜欢吗?", IsRequired = true, Choices = [new("c1", "喜欢"), new("c2", "不喜欢")] },
            new() { Id = "q2", Words = "哪里不好?", Kind = QuestionKind.Several, IsRequired = true, AfterId = "q1", AfterChoices = ["c2"], Choices = [new("c1", "贵"), new("c2", "慢")] },
            new() { Id = "q3", Words = "还想说什么?", Kind = QuestionKind.Words },
        ],
    };
}
