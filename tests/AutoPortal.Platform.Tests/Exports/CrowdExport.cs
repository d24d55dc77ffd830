using System.Globalization;
using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>A list of as many persons as its view says, as another module would register it. Searched for words stand in the names.</summary>
internal sealed class CrowdExport : ExportList<int>
{
    public const string Reveal = PlatformPermissions.Roster;

    public override string Code => "crowd";

    public override string Permission => PlatformPermissions.SeriesRead;

    public override Type Texts => typeof(PlatformTexts);

    public override string? RevealPermission => Reveal;

    /// <summary>Rows that came after the order was counted.</summary>
    public static int Late { get; set; }

    protected override IReadOnlyList<ExportColumn<int>> Sheet { get; } =
    [
        new("number", "people.name", n => n, ColumnKind.Number),
        new("phone", "people.email", n => "138****" + n.ToString("D4", CultureInfo.InvariantCulture), ColumnKind.Identifier) { IsPersonal = true, IsMasked = true },
    ];

    protected override Task<Page<int>> PageAsync(string? view, PageRequest page, CancellationToken ct)
    {
        var all = int.Parse(view ?? "3", CultureInfo.InvariantCulture) + (page.IsTotalWanted ? 0 : Late);
        var after = int.Parse(page.After ?? "0", CultureInfo.InvariantCulture);
        List<int> rows = [.. Enumerable.Range(after + 1, Math.Min(page.Size, all - after))];
        return Task.FromResult(new Page<int>(rows, after + rows.Count < all ? rows[^1].ToString(CultureInfo.InvariantCulture) : null, all));
    }

    protected override Guid IdOf(int row) => new(row, 0, 0, new byte[8]);

    protected override Task<IReadOnlyDictionary<Guid, string>> RevealAsync(IReadOnlyList<int> rows, CancellationToken ct)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(rows.ToDictionary(IdOf, n => "1380000" + n.ToString("D4", CultureInfo.InvariantCulture)));
}

/// <summary>Cells that a spreadsheet would run, or would turn into something else.</summary>
internal sealed class DangerExport : ExportList<string>
{
    public static readonly IReadOnlyList<string> Corpus =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.example\",\"a\")", "\t=1+1", "\r=1+1", "=IMPORTXML(\"x\")", "-2+3+cmd|'x'!A", "+8613800001111", "=\"a\"&\"b\"", "@import", "＝1+1",
    ];

    public override string Code => "danger";

    public override string Permission => PlatformPermissions.SeriesRead;

    public override Type Texts => typeof(PlatformTexts);

    protected override IReadOnlyList<ExportColumn<string>> Sheet { get; } =
    [
        new("text", "people.name", words => words),
        new("phone", "people.email", _ => "13800001111", ColumnKind.Identifier),
        new("vin", "people.role", _ => "012345678901234567", ColumnKind.Identifier),
    ];

    protected override Task<Page<string>> PageAsync(string? view, PageRequest page, CancellationToken ct) => Task.FromResult(new Page<string>(Corpus, null, Corpus.Count));

    protected override Guid IdOf(string row) => Guid.Empty;
}
