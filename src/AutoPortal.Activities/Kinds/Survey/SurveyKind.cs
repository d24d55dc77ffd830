using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>问卷: one set of answers per person.</summary>
internal sealed class SurveyKind : ActivityKind<SurveySettings>
{
    public const int MostQuestions = 20;
    public const int MostChoices = 12;
    private const int LongestWords = 100;

    public override string Code => ActivityTypes.Survey;

    public override Type EditorType => typeof(SurveyEditor);

    public override KindParts Parts => KindParts.Questions;

    public override string Icon => "message";

    public override string[] Fields => [FormFields.City];

    public override bool IsVisited => false;

    public override string Drawing => "roadtrip";

    protected override IEnumerable<FieldError> Check(SurveySettings s)
    {
        var questions = Questions(s);
        if (questions.Count is 0 or > MostQuestions)
        {
            yield return new("questions", new Refusal("activities.questions_are_too_many", MostQuestions));
        }
        else if (questions.Any(q => q.Choices.Count is 1 or > MostChoices || q.Words.Length is 0 or > LongestWords || q.Choices.Any(c => c.Words.Length > LongestWords)))
        {
            yield return new("questions", new Refusal("activities.questions_are_odd", MostChoices, LongestWords));
        }
    }

    protected override IReadOnlyList<KindQuestion> Questions(SurveySettings s)
        => [.. s.Questions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select((parts, i) => Question(string.Create(CultureInfo.InvariantCulture, $"q{i + 1}"), parts[0], [.. parts.Skip(1).Where(c => c.Length > 0).Select(c => new KindChoice(c, c))]))];

    private static KindQuestion Question(string name, string words, IReadOnlyList<KindChoice> choices)
        => new(name, words, choices.Count > 0 ? QuestionKind.One : QuestionKind.Words, choices) { IsRequired = choices.Count > 0 };

    protected override IEnumerable<KindFact> Facts(SurveySettings s)
        => [new("kind.survey.count", Questions(s).Count.ToString(CultureInfo.CurrentCulture))];
}
