using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Imports.Desk;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports.Lists;

/// <summary>The history of imports, of the kinds that the person may import.</summary>
internal sealed class ImportExport(ImportQueries imports, ImportKinds kinds, IStringLocalizer<PlatformTexts> text) : ExportList<ImportRun>
{
    public override string Code => "imports";

    public override string Permission => PlatformPermissions.Imports;

    public override Type Texts => typeof(PlatformTexts);

    protected override IReadOnlyList<ExportColumn<ImportRun>> Sheet { get; } =
    [
        new("file", "export.imports.file", r => r.FileName),
        new("kind", "export.imports.kind", r => kinds.Find(r.Kind) is { } kind ? kinds.TitleOf(kind) : r.Kind),
        new("state", "export.imports.state", r => text[ImportStates.Key(r.State)].Value),
        new("rows", "export.imports.rows", r => r.RowCount, ColumnKind.Number),
        new("by", "export.imports.by", r => r.ByName),
        new("at", "export.imports.at", r => r.CreatedAt, ColumnKind.Moment),
        new("sha256", "export.imports.sha256", r => r.FileSha256),
    ];

    protected override Task<Page<ImportRun>> PageAsync(string? view, PageRequest page, CancellationToken ct) => imports.ListAsync(page, ct);

    protected override Guid IdOf(ImportRun row) => row.Id;
}
