using System.Globalization;

namespace AutoPortal.Bench;

/// <summary>What is measured, how often and how long.</summary>
/// <param name="Only">Ids such as P1; empty takes all.</param>
/// <param name="Rounds">Turns that ours and the reference take; the median ratio counts.</param>
/// <param name="Seconds">Length of one turn.</param>
/// <param name="Circuits">Circuits opened at once.</param>
/// <param name="SignUps">Sign-ups of a backlog and of a burst.</param>
/// <param name="Rows">Rows of the files in X1 and X3; X2 takes a million where it is not fewer than 300,000.</param>
/// <param name="ImportRows">Rows of the file in I200.</param>
/// <param name="Variants">Dealers' copies in P7.</param>
/// <param name="SuiteMinutes">How long the test suite took, where the caller timed it.</param>
/// <param name="Portal">Path of AutoPortal.Web.dll.</param>
/// <param name="Reference">Path of AutoPortal.Bench.Reference.dll.</param>
/// <param name="Probe">Path of AutoPortal.Bench.Probe.dll.</param>
/// <param name="Lighthouse">Path of Lighthouse's program; empty leaves its scores out.</param>
internal sealed record BenchOptions(
    IReadOnlyList<string> Only,
    int Rounds,
    int Seconds,
    int Circuits,
    int SignUps,
    int Rows,
    int ImportRows,
    int Variants,
    double? SuiteMinutes,
    string Portal,
    string Reference,
    string Probe,
    string Lighthouse)
{
    /// <summary>Whether a figure is wanted.</summary>
    public bool Asks(string id) => Only.Count == 0 || Only.Contains(id, StringComparer.OrdinalIgnoreCase);

    public static BenchOptions Parse(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < args.Length; place += 2)
        {
            if (!args[place].StartsWith("--", StringComparison.Ordinal) || place + 1 == args.Length)
            {
                throw new BenchException($"{args[place]}: write --name value; the README names them.");
            }

            given[args[place][2..]] = args[place + 1];
        }

        string Text(string name, string otherwise) => given.GetValueOrDefault(name, otherwise);
        int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        return new(
            Text("only", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Number("rounds", 5),
            Number("seconds", 4),
            Number("circuits", 1_000),
            Number("sign-ups", 1_000),
            Number("rows", 300_000),
            Number("import-rows", 200_000),
            Number("variants", 500),
            given.TryGetValue("suite-minutes", out var minutes) ? double.Parse(minutes, CultureInfo.InvariantCulture) : null,
            Text("portal", ""),
            Text("reference", ""),
            Text("probe", ""),
            Text("lighthouse", ""));
    }
}
