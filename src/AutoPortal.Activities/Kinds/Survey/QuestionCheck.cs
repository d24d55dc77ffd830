using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>What is wrong with the questions: of the whole under <c>questions</c>, of one under <c>questions.{id}</c>, of its words under <c>questions.{id}.words</c>.</summary>
internal static class QuestionCheck
{
    public static IEnumerable<FieldError> Run(SurveySettings settings)
    {
        if (settings.Questions.Count is 0 or > SurveyKind.MostQuestions)
        {
            yield return new("questions", new Refusal("activities.questions_are_too_many", SurveyKind.MostQuestions));
        }

        for (var i = 0; i < settings.Questions.Count; i++)
        {
            var question = settings.Questions[i];
            if (OddWords(question) is { } odd)
            {
                yield return new(WordsOf(question), odd);
            }

            if ((OddChoices(question) ?? OddBranch(question, settings.Questions[..i])) is { } why)
            {
                yield return new(FieldOf(question), why);
            }
        }
    }

    /// <summary>Where a mistake in a question is told.</summary>
    public static string FieldOf(SurveyQuestion question) => $"questions.{question.Id}";

    /// <summary>Where a mistake in what it asks is told.</summary>
    public static string WordsOf(SurveyQuestion question) => $"{FieldOf(question)}.words";

    private static Refusal? OddWords(SurveyQuestion q)
        => q.Words.Trim() is { Length: > 0 and <= SurveyKind.LongestWords } ? null : new("activities.question_has_odd_words", SurveyKind.LongestWords);

    private static Refusal? OddChoices(SurveyQuestion q)
        => q.Kind is QuestionKind.Words ? null
            : q.Choices.Count is < 2 or > SurveyKind.MostChoices ? new("activities.questions_are_odd", SurveyKind.MostChoices, SurveyKind.LongestWords)
            : q.Choices.Exists(c => c.Words.Trim() is not { Length: > 0 and <= SurveyKind.LongestWords }) ? new("activities.choice_has_odd_words", SurveyKind.LongestWords)
            : q.Choices.Select(c => c.Words.Trim()).Distinct(StringComparer.Ordinal).Count() < q.Choices.Count ? new("activities.choices_are_alike")
            : null;

    private static Refusal? OddBranch(SurveyQuestion q, List<SurveyQuestion> earlier)
        => q.AfterId is null ? null
            : earlier.Find(e => e.Id == q.AfterId && e.Kind is not QuestionKind.Words) is not { } source ? new("activities.branch_comes_later")
            : q.AfterChoices.Count == 0 || !q.AfterChoices.All(id => source.Choices.Exists(c => c.Id == id)) ? new("activities.branch_needs_choices")
            : null;
}
