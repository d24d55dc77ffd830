using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Activities.Surveys;

/// <summary>Answers of one activity: a row for each person, a column for each question; the view is the activity. Masked for everybody, as on the screen.</summary>
internal sealed class AnswerExport(AnswerQueries answers, SurveyQueries surveys) : ExportList<AnswerRow>
{
    public const string List = "survey_answers";

    public override string Code => List;

    public override string Permission => ActivitiesPermissions.Read;

    public override Type Texts => typeof(ActivitiesTexts);

    protected override IReadOnlyList<ExportColumn<AnswerRow>> Sheet { get; } =
    [
        new("number", "drawer.number", a => a.Number, ColumnKind.Identifier),
        new("name", "drawer.name", a => a.NameMask) { IsPersonal = true, IsMasked = true },
        new("phone", "drawer.phone", a => a.PhoneMask, ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
        new("dealer", "drawer.dealer", a => a.Dealer),
        new("at", "answers.at", a => a.At, ColumnKind.Moment),
    ];

    protected override async Task<IReadOnlyList<ExportColumn<AnswerRow>>> SheetOfAsync(string? view, CancellationToken ct)
        => Guid.TryParse(view, out var activity) ? [.. Sheet, .. (await surveys.QuestionsAsync(activity, ct)).Select(Column)] : Sheet;

    protected override Task<Page<AnswerRow>> PageAsync(string? view, PageRequest page, CancellationToken ct)
        => Guid.TryParse(view, out var activity) ? answers.ListAsync(activity, page, ct) : Task.FromResult(Page<AnswerRow>.Empty);

    protected override Guid IdOf(AnswerRow row) => row.Id;

    // Nobody knows what people write of themselves.
    private static ExportColumn<AnswerRow> Column(KindQuestion question)
        => new(question.Name, "", a => a.Said.GetValueOrDefault(question.Name)) { Title = question.Words, IsPersonal = question.Kind is QuestionKind.Words };
}
