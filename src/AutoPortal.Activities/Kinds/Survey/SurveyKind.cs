using System.Globalization;
using AutoPortal.Activities.Domain;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>问卷: one set of answers per person.</summary>
internal sealed class SurveyKind : ActivityKind<SurveySettings>
{
    public const int MostQuestions = 20;
    public const int MostChoices = 12;
    public const int LongestWords = 100;

    public override string Code => ActivityTypes.Survey;

    public override int Version => 2;

    public override IReadOnlyList<KindLift> Lifts => [new(1, QuestionLines.Lift)];

    public override Type EditorType => typeof(SurveyEditor);

    public override KindParts Parts => KindParts.Questions;

    public override string Icon => "message";

    public override string[] Fields => [FormFields.City];

    public override bool IsVisited => false;

    public override string Drawing => "roadtrip";

    protected override IEnumerable<FieldError> Check(SurveySettings s) => QuestionCheck.Run(s);

    // Words and order may be bettered while people answer: ids keep the meaning of what they said.
    protected override bool IsAlike(SurveySettings one, SurveySettings other)
        => one.Questions.Count == other.Questions.Count && one.Questions.All(q => other.Questions.Find(o => o.Id == q.Id) is { } same
            && q.Kind == same.Kind && q.IsRequired == same.IsRequired && q.AfterId == same.AfterId && q.AfterChoices.SetEquals(same.AfterChoices)
            && (q.Kind is QuestionKind.Words || q.Choices.Select(c => c.Id).ToHashSet(StringComparer.Ordinal).SetEquals(same.Choices.Select(c => c.Id))));

    protected override IReadOnlyList<KindQuestion> Questions(SurveySettings s)
        => [.. s.Questions.Select(q => new KindQuestion(q.Id, q.Words.Trim(), q.Kind, q.Kind is QuestionKind.Words ? [] : [.. q.Choices.Select(c => new KindChoice(c.Id, c.Words.Trim()))])
        {
            IsRequired = q.IsRequired,
            Branch = q.AfterId is { } after ? new(after, [.. q.AfterChoices]) : null,
        })];

    protected override IEnumerable<KindFact> Facts(SurveySettings s)
        => [new("kind.survey.count", s.Questions.Count.ToString(CultureInfo.CurrentCulture))];
}
