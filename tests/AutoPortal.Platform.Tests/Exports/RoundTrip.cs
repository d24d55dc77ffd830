using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>One list on its way out, through somebody's spreadsheet, and back in.</summary>
internal sealed class RoundTrip(PlatformFixture platform, Town town, Member person, string list, string kind, IReadOnlyList<string> columns)
{
    public async Task<MemoryStream> ExportAsync()
    {
        var runner = new ExportRunner(platform, town);
        var job = await runner.OrderAsync(person, ExportRunner.Wanted(list, columns: columns));
        job.IsOk.ShouldBeTrue(job.Refusal?.Code);
        (await runner.WriteAsync(job.Value)).ShouldBeTrue();
        return await runner.FileAsync(job.Value);
    }

    /// <summary>What a person does in their spreadsheet: cells are changed, columns, order and the hidden one stay.</summary>
    /// <param name="exported">The file.</param>
    /// <param name="change">Gets the row's first cell, the field and what stands in it.</param>
    public async Task<MemoryStream> ReworkAsync(MemoryStream exported, Func<string, string, string, string> change)
    {
        await using var reader = await TableFile.OpenAsync(exported, TableLimits.Default, null, default);
        var saved = new MemoryStream();
        await using (var writer = await WorkbookWriter.CreateAsync(saved, new WorkbookFacts("x", "x", DateTimeOffset.UnixEpoch), default))
        {
            await writer.BeginSheetAsync(new SheetLayout("x", [.. reader.Columns.Select(c => new ColumnLayout(c.Name, ColumnKind.Identifier))]), default);
            await foreach (var row in reader.RowsAsync(default))
            {
                for (var c = 0; c < reader.Columns.Count; c++)
                {
                    var text = row[c].Date is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : row[c].Text;
                    writer.Write(c < columns.Count ? change(row[0].Text, columns[c], text) : text);
                }

                await writer.EndRowAsync(default);
            }

            await writer.FinishAsync(default);
        }

        saved.Position = 0;
        return saved;
    }

    /// <summary>Uploads the file as the person, has it looked at and, if wished, taken in.</summary>
    public async Task<(IReadOnlyList<ImportedRow> Rows, ImportTally Tally, Guid Run)> BringBackAsync(MemoryStream file, bool applies = false)
    {
        await using var visitor = await Visitor.OfAsync(platform, person);
        var ordered = await visitor.Get<OrderImport>().RunAsync(kind, file, list + ".xlsx", default);
        ordered.IsOk.ShouldBeTrue(ordered.Refusal?.Code);
        var run = ordered.Value;
        var found = await platform.InTenantAsync(town.Tenant.Id, async db => (await db.ImportRuns.SingleAsync(r => r.Id == run)).Columns);
        var check = await visitor.Get<CheckImport>().RunAsync(run, found, new(town.Brand.Id, ImportMode.Upsert, false, true), null, default);
        check.IsOk.ShouldBeTrue(check.Refusal?.Code);
        await WorkAsync(run);
        if (applies)
        {
            (await visitor.Get<SteerImport>().ApplyAsync(run, false, default)).IsOk.ShouldBeTrue();
            await WorkAsync(run);
        }

        var ledger = visitor.Get<ImportKinds>().Find(kind)!.Ledger;
        return ((await ledger.RowsAsync(run, !applies, PageRequest.First(50), default)).Rows, await ledger.TallyAsync(run, !applies, default), run);
    }

    private Task WorkAsync(Guid run)
        => platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "import", async (services, ct) => (await services.GetRequiredService<RunImport>().RunAsync(run, Ids.New(platform.Now), ct)).ShouldBeTrue(), default);
}
