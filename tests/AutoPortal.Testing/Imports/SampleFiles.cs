namespace AutoPortal.Testing.Imports;

/// <summary>The files that a manufacturer sent, and what they must count to in a new tenant.</summary>
public static class SampleFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>Where one of them lies: <c>dealers.xlsx</c>, <c>blocklist.csv</c>, <c>leads.xlsx</c>, <c>expected.json</c>.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);
}
