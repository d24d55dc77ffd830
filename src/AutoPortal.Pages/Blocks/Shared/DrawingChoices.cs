using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Drawings;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>The project's own drawings, to choose one.</summary>
internal sealed class DrawingChoices(IStringLocalizer<PagesTexts> text) : IFieldChoices
{
    public const string Code = "drawings";

    public string Source => Code;

    public Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<FieldChoice>>([.. DrawingCatalog.Codes.Select(Choice).Where(c => c.Answers(words)).OrderBy(c => c.Name, StringComparer.CurrentCulture)]);

    public Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<FieldChoice>>([.. values.Where(v => DrawingCatalog.Find(v) is not null).Select(Choice)]);

    private FieldChoice Choice(string code) => new(code, text["drawing." + code]);
}
