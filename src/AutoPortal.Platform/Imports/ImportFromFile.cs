using AutoPortal.Kernel;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Imports;

/// <summary>Brings a file in from the command line, in one go and in this process: a running server leaves the run alone.</summary>
public sealed class ImportFromFile
{
    private readonly OrderImport _order;
    private readonly CheckImport _check;
    private readonly RunImport _run;
    private readonly ImportQueries _queries;
    private readonly ImportKinds _kinds;
    private readonly IOrganisation _organisation;
    private readonly IStringLocalizerFactory _texts;
    private readonly TimeProvider _clock;

    internal ImportFromFile(IServiceProvider services)
    {
        _order = services.GetRequiredService<OrderImport>();
        _check = services.GetRequiredService<CheckImport>();
        _run = services.GetRequiredService<RunImport>();
        _queries = services.GetRequiredService<ImportQueries>();
        _kinds = services.GetRequiredService<ImportKinds>();
        _organisation = services.GetRequiredService<IOrganisation>();
        _texts = services.GetRequiredService<IStringLocalizerFactory>();
        _clock = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>Runs the import to its end.</summary>
    /// <param name="kind">Such as <c>leads</c>.</param>
    /// <param name="path">The file.</param>
    /// <param name="brand">Code or name of the brand of rows that name none; null where the tenant has only one.</param>
    /// <param name="isDryRun">Nothing is changed.</param>
    /// <param name="ct">Stops between two batches; what was taken in stays, and can go on or be taken back on screen.</param>
    /// <returns>What became of the rows; refused where the file could not be read or the order lacks something.</returns>
    public async Task<Outcome<FileImported>> RunAsync(string kind, string path, string? brand, bool isDryRun, CancellationToken ct)
    {
        var brands = (await _organisation.TreeAsync(ct)).Brands;
        var chosen = brand is null ? null : brands.FirstOrDefault(b => string.Equals(b.Code, brand, StringComparison.OrdinalIgnoreCase) || b.Name == brand);
        if (brand is not null && chosen is null)
        {
            return ImportRefusals.BrandIsMissing;
        }

        await using var content = File.OpenRead(path);
        var ordered = await _order.RunAsync(kind, content, Path.GetFileName(path), ct);
        if (!ordered.IsOk)
        {
            return ordered.Refusal;
        }

        var columns = (await _queries.FindAsync(ordered.Value, ct))!.Columns;
        var worker = Ids.New(_clock);
        var begun = await _check.RunAsync(ordered.Value, columns, new ImportWishes(chosen?.Id, ImportMode.Upsert, false, false), new OwnWork(worker, !isDryRun), ct);
        if (!begun.IsOk)
        {
            return begun.Refusal;
        }

        await _run.RunAsync(ordered.Value, worker, ct);
        var run = (await _queries.FindAsync(ordered.Value, ct))!;
        if (run.State is ImportState.Failed)
        {
            return new Refusal(run.FaultCode!, [.. run.FaultDetails]);
        }

        var (check, applied) = await _queries.TallyAsync(run, ct);
        return new FileImported(run.Id, isDryRun ? check : applied, _kinds.Find(kind)!.FacetName);
    }

    /// <summary>Why it was refused, in words.</summary>
    public string WordsOf(Refusal refusal) => ImportWords.Of(_texts, refusal.Code, refusal.Details);
}

/// <summary>A file that was brought in.</summary>
/// <param name="RunId">The run, as the history of imports shows it.</param>
/// <param name="Tally">Its counts.</param>
/// <param name="FacetName">What the second count is called, or null.</param>
public sealed record FileImported(Guid RunId, ImportTally Tally, string? FacetName);
