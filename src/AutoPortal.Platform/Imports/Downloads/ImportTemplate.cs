using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports.Downloads;

/// <summary>Makes the empty workbook of a kind: its columns with drop-downs from today's dictionaries, and a sheet that explains them.</summary>
internal sealed class ImportTemplate(ImportKinds kinds, CurrentScope scope, CurrentUser user, IStringLocalizer<PlatformTexts> text, TimeProvider clock)
{
    public async Task<Outcome<NamedFile>> MakeAsync(string kindCode, CancellationToken ct)
    {
        if (kinds.Find(kindCode) is not { } kind)
        {
            return Refusal.NotFound;
        }

        if (!user.May(kind.Permission))
        {
            return Refusal.NotAllowed;
        }

        var choices = await kind.ChoicesAsync(ct);
        var title = kinds.TitleOf(kind);
        var file = ImportFiles.Temporary();
        await using (var book = await WorkbookWriter.CreateAsync(file, new WorkbookFacts(title, scope.Facts.UserName, clock.GetUtcNow()), ct))
        {
            await book.BeginSheetAsync(new SheetLayout(title, [.. kind.Fields.Select(f => ColumnOf(kind, f, choices))]) { HasFilter = false }, ct);
            // Behind the columns: the first sheet is the one that is read.
            await book.AddNotesAsync(text["imports.notes"], [text["imports.notes.intro"], "", .. kind.Fields.Select(f => LineOf(kind, f, choices))], ct);
            await book.FinishAsync(ct);
        }

        file.Position = 0;
        return new NamedFile(file, text["imports.template_name", title] + ".xlsx");
    }

    private ColumnLayout ColumnOf(IImportKind kind, ImportField field, IReadOnlyDictionary<string, IReadOnlyList<string>> choices)
        => new(kinds.TitleOf(kind, field) + (field.IsRequired ? "*" : ""), field.Format is ImportFormat.Phone ? ColumnKind.Identifier : ColumnKind.General)
        {
            Choices = choices.GetValueOrDefault(field.Code) is { Count: > 0 } words ? words : null,
            Width = 18,
        };

    private string LineOf(IImportKind kind, ImportField field, IReadOnlyDictionary<string, IReadOnlyList<string>> choices)
    {
        string?[] parts =
        [
            text[field.IsRequired ? "imports.notes.required" : "imports.notes.optional"],
            text["imports.format." + field.Format.ToString().ToLowerInvariant()],
            choices.GetValueOrDefault(field.Code) is { Count: > 0 } words ? (string)text["imports.notes.choices", words.Count] : null,
            field.Aliases.Length > 0 ? (string)text["imports.notes.aliases", string.Join(text["imports.and"], field.Aliases)] : null,
        ];
        return text["imports.notes.line", kinds.TitleOf(kind, field), string.Join(text["imports.notes.and"], parts.OfType<string>())];
    }
}
