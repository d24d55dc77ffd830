using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Leads.Cleaning;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Rules;

/// <summary>Words and what clerks said that they mean.</summary>
internal sealed class WordsExport(RulesQueries rules, IStringLocalizer<LeadTexts> text) : ExportList<AliasRow>
{
    public override string Code => "cleaning_words";

    public override string Permission => LeadsPermissions.Rules;

    public override Type Texts => typeof(LeadTexts);

    protected override IReadOnlyList<ExportColumn<AliasRow>> Sheet { get; } =
    [
        new("word", "words.word", word => word.Word),
        new("field", "clean.field", word => text.Say("cleanfield", word.Field)),
        new("means", "words.means", word => WordNames.Say(text, word.Field, word.Code)),
        new("by", "rules.by", word => word.By),
        new("at", "rules.at", word => word.At, ColumnKind.Moment),
    ];

    protected override Task<Page<AliasRow>> PageAsync(string? view, PageRequest page, CancellationToken ct) => rules.WordsAsync(page, ct);

    protected override Guid IdOf(AliasRow row) => row.Id;
}
