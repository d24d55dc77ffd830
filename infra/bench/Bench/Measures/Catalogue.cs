namespace AutoPortal.Bench.Measures;

/// <summary>All measures, in the order in which they disturb each other least: what fills the database comes last.</summary>
internal static class Catalogue
{
    private static readonly IMeasure[] All =
    [
        new IdleAndStart(),
        new ColdPage(),
        new CachedPage(),
        new FirstRender(),
        new Publication(),
        new PhonePage(),
        new StaffCircuits(),
        new LeadBurst(),
        new BuilderWork(),
        new DealerCopies(),
        new HotActivity(),
        new EventIntake(),
        new LeadIntake(),
        new BadFiles(),
        new LargeImport(),
        new ImportSpeed(),
        new ExportSpeed(),
        new TestSuite(),
    ];

    public static IMeasure[] Choose(IReadOnlyList<string> only)
    {
        var unknown = only.Except(All.SelectMany(m => m.Ids), StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count > 0
            ? throw new BenchException($"No such figure: {string.Join(", ", unknown)}. There are {string.Join(", ", All.SelectMany(m => m.Ids))}.")
            : [.. All.Where(m => only.Count == 0 || m.Ids.Intersect(only, StringComparer.OrdinalIgnoreCase).Any())];
    }
}
