using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Imports;
using AutoPortal.Web.Hosting;

namespace AutoPortal.Web.Verbs;

/// <summary>What <c>import</c> was given.</summary>
internal sealed record ImportArguments(string Kind, string Tenant, string File, string? Brand, bool IsDryRun, bool IsJson);

internal static class ImportVerb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(ImportArguments asked, CancellationToken ct)
    {
        if (!File.Exists(asked.File))
        {
            throw new VerbRefusedException($"There is no file {asked.File}.");
        }

        await using var work = await VerbWork.OpenAsync(isServing: false, null, ct);
        await PortalHost.MigrateAsync(work.App.Services, work.Environment.Connections, ct);
        var tenant = await work.App.Services.GetRequiredService<ITenantDirectory>().FindAsync(asked.Tenant, ct)
            ?? throw new VerbRefusedException($"There is no tenant {asked.Tenant}.", CommandLine.WrongArguments);
        FileImported? imported = null;
        await work.App.Services.GetRequiredService<ScopeRunner>().RunAsync(
            new ScopeFacts(tenant.Id, tenant.Identifier, Reach.System) { UserName = "import", Origin = "verb import" },
            async (services, stop) =>
            {
                var import = services.GetRequiredService<ImportFromFile>();
                var outcome = await import.RunAsync(asked.Kind, asked.File, asked.Brand, asked.IsDryRun, stop);
                imported = outcome.IsOk ? outcome.Value : throw new VerbRefusedException(import.WordsOf(outcome.Refusal));
            }, ct);
        await Console.Out.WriteLineAsync((asked.IsJson ? Json(imported!).ToJsonString(Plain) : Lines(imported!)).AsMemory(), ct);
        return 0;
    }

    private static JsonObject Json(FileImported imported)
    {
        var json = new JsonObject { ["rows"] = imported.Tally.Rows, ["results"] = Counts(imported.Tally.Results) };
        if (imported.FacetName is { } facet)
        {
            json[facet] = Counts(imported.Tally.Facets);
        }

        if (imported.Tally.Unchanged > 0)
        {
            json["unchanged"] = imported.Tally.Unchanged;
        }

        return json;
    }

    private static JsonObject Counts(IReadOnlyDictionary<string, int> counts)
        => new(counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));

    private static string Lines(FileImported imported)
    {
        ImportTally tally = imported.Tally;
        var lines = tally.Results.OrderByDescending(r => r.Value).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Value,9:N0}  {r.Key}"))
            .Append(string.Create(CultureInfo.InvariantCulture, $"{tally.Rows,9:N0}  rows"));
        return string.Join(Environment.NewLine, tally.Unchanged > 0 ? lines.Append(string.Create(CultureInfo.InvariantCulture, $"{tally.Unchanged,9:N0}  unchanged: they were imported before")) : lines);
    }
}
