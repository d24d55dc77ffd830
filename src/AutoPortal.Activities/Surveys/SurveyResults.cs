using AutoPortal.Activities.Kinds;

namespace AutoPortal.Activities.Surveys;

/// <summary>What the people of one activity answered, as far as the scope reaches.</summary>
/// <param name="PagePath">The page on which people answer, after the tenant; null where the public sees none.</param>
/// <param name="People">Who answered, under the filters.</param>
/// <param name="LastAt">The newest answer under the filters.</param>
/// <param name="Questions">In the order of the survey.</param>
/// <param name="Dealers">Those that anybody named, and null where somebody named none; whatever the filters.</param>
public sealed record SurveyResults(
    Guid ActivityId, string TitleZh, string TitleEn, string State, string? PagePath, int People, DateTimeOffset? LastAt, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<DealerOption> Dealers);

/// <summary>A dealer to filter by.</summary>
/// <param name="Id">Null for whoever named none.</param>
public sealed record DealerOption(Guid? Id, string? Name);

/// <summary>One question.</summary>
/// <param name="Answered">People who answered it.</param>
/// <param name="Choices">In the order of the question; behind them, what is offered no longer.</param>
public sealed record QuestionResult(KindQuestion Question, int Answered, IReadOnlyList<ChoiceResult> Choices);

/// <summary>One choice.</summary>
/// <param name="People">Who chose it.</param>
/// <param name="Share">Of those who answered the question, 0–1; null where nobody did.</param>
/// <param name="IsGone">Offered no longer.</param>
public sealed record ChoiceResult(string Words, int People, double? Share, bool IsGone);

/// <summary>Free words of one person, masked.</summary>
public sealed record FreeAnswer(Guid SignUpId, string Words, string NameMask, string? Dealer, DateTimeOffset At);

/// <summary>All answers of one person, masked.</summary>
/// <param name="Said">In words, by the question's name.</param>
public sealed record AnswerRow(Guid Id, string Number, string NameMask, string PhoneMask, string? Dealer, DateTimeOffset At, IReadOnlyDictionary<string, string> Said);
