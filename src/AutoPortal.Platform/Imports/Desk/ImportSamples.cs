using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>Looks at the first rows of a file, so that a person sees what stands below each heading.</summary>
internal sealed class ImportSamples(ImportFiles files)
{
    private const int Enough = 3;
    private const int LooksAt = 50;

    /// <returns>For each heading up to three different texts, in the order of the file; empty where it cannot be read.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(ImportRun run, CancellationToken ct)
    {
        var samples = run.Headings.Select(_ => new List<string>(Enough)).ToList();
        try
        {
            await using var file = await files.OpenAsync(run, ct);
            for (var row = 0; row < LooksAt && samples.Exists(s => s.Count < Enough) && await file.Table.ReadAsync(ct); row++)
            {
                foreach (var (sample, column) in samples.Zip(file.Table.Columns))
                {
                    if (file.Table.Row[column.Index].Text.Trim() is { Length: > 0 } text && sample.Count < Enough && !sample.Contains(text))
                    {
                        sample.Add(text);
                    }
                }
            }
        }
        catch (TableFaultException)
        {
            // The check will say it, with the place.
        }

        return samples;
    }
}
