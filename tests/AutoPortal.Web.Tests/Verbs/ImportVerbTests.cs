using System.Text.Json.Nodes;
using AutoPortal.Testing.Imports;

namespace AutoPortal.Web.Tests.Verbs;

/// <summary>The verb <c>import</c> as scripts call it: its words, its numbers, its exit codes.</summary>
public sealed class ImportVerbTests(VerbHome home) : IClassFixture<VerbHome>
{
    [Fact]
    public async Task Files_come_in_one_after_another_with_exact_counts_also_while_a_server_runs_and_after_a_killed_one()
    {
        await VerbFiles.DealersAsync(home.PathOf("dealers.xlsx"));
        await VerbFiles.BlocklistAsync(home.PathOf("blocklist.csv"));
        await VerbFiles.LeadsAsync(home.PathOf("leads.xlsx"), tens: 5);

        (await ImportAsync("dealers", "dealers.xlsx")).ShouldBe("""{"rows":3,"results":{"created":3}}""");
        (await ImportAsync("blocklist", "blocklist.csv")).ShouldBe("""{"rows":2,"results":{"created":2}}""");
        const string Counts = """{"rows":53,"results":{"accepted":35,"invalid:bad_phone":2,"invalid:blocked":5,"invalid:missing_field":5,"invalid:no_consent":5,"merged":1},"levels_of_accepted":{"B":35}}""";
        (await ImportAsync("leads", "leads.xlsx", "--dry-run")).ShouldBe(Counts);
        (await ImportAsync("leads", "leads.xlsx")).ShouldBe(Counts);
        (await ImportAsync("leads", "leads.xlsx")).ShouldBe(Counts.Replace("}}", "},\"unchanged\":53}", StringComparison.Ordinal));

        var server = home.Begin("run", "--urls", "http://127.0.0.1:0");
        (await server.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        await VerbFiles.LeadsAsync(home.PathOf("more.xlsx"), tens: 300, from: 100);
        await KillInTheMiddleAsync("more.xlsx");

        // The server goes on with it by itself; a look at the same file then finds every row taken in once.
        JsonNode? tally = null;
        for (var n = 0; n < 60 && tally?["unchanged"]?.GetValue<int>() != 3_003; n++)
        {
            await Task.Delay(1_000);
            tally = JsonNode.Parse(await ImportAsync("leads", "more.xlsx", "--dry-run"));
        }

        tally!["results"]!.ToJsonString().ShouldBe("""{"accepted":2100,"invalid:bad_phone":2,"invalid:blocked":300,"invalid:missing_field":300,"invalid:no_consent":300,"merged":1}""");
        server.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unreadable_file_ends_with_one_and_wrong_words_with_two_each_in_one_line()
    {
        await File.WriteAllTextAsync(home.PathOf("picture.xlsx"), "\u0089PNG");
        await File.WriteAllTextAsync(home.PathOf("empty.csv"), "");

        foreach (var (arguments, code) in new (string[], int)[]
        {
            (["leads", home.PathOf("picture.xlsx"), "--tenant", VerbHome.Tenant], 1),
            (["leads", home.PathOf("empty.csv"), "--tenant", VerbHome.Tenant], 1),
            (["leads", home.PathOf("not-there.xlsx"), "--tenant", VerbHome.Tenant], 1),
            (["leads", home.PathOf("empty.csv"), "--tenant", "nobody"], 2),
            (["leads", home.PathOf("empty.csv")], 2),
            (["wishes", home.PathOf("empty.csv"), "--tenant", VerbHome.Tenant], 2),
        })
        {
            var (exit, output, error) = await home.RunAsync(["import", .. arguments]);

            (exit, output).ShouldBe((code, ""), error);
            error.Split('\n').Length.ShouldBe(1, error);
        }
    }

    [Fact]
    public async Task The_sample_files_count_to_what_is_expected_of_them()
    {
        await home.RunAsync("tenant", "create", "--identifier", "samples", "--name", "辰星", "--admin-email", "admin@samples.example");

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(SampleFiles.PathOf("expected.json")))!;
        foreach (var (kind, file) in new[] { ("dealers", "dealers.xlsx"), ("blocklist", "blocklist.csv") })
        {
            var counted = JsonNode.Parse((await home.RunAsync("import", kind, SampleFiles.PathOf(file), "--tenant", "samples", "--json")).Out)!;
            counted["results"]!["created"]!.GetValue<int>().ShouldBe(expected[kind]!.GetValue<int>());
        }

        var leads = JsonNode.Parse((await home.RunAsync("import", "leads", SampleFiles.PathOf("leads.xlsx"), "--tenant", "samples", "--json")).Out)!;
        leads["rows"]!.GetValue<int>().ShouldBe(expected["leads"]!["rows"]!.GetValue<int>());
        foreach (var counts in new[] { "results", "levels_of_accepted" })
        {
            Counts(leads[counts]!).ShouldBe(Counts(expected["leads"]![counts]!), ignoreOrder: true);
        }
    }

    private static Dictionary<string, int> Counts(JsonNode node) => node.AsObject().ToDictionary(c => c.Key, c => c.Value!.GetValue<int>());

    private async Task<string> ImportAsync(string kind, string file, params string[] more)
    {
        var (code, output, error) = await home.RunAsync(["import", kind, home.PathOf(file), "--tenant", VerbHome.Tenant, "--json", .. more]);
        code.ShouldBe(0, error);
        return output;
    }

    // Killed hard between two batches, or in one: what is not committed never was.
    private async Task KillInTheMiddleAsync(string file)
    {
        var before = await home.TakenInAsync();
        var verb = home.Begin("import", "leads", home.PathOf(file), "--tenant", VerbHome.Tenant);
        while (!verb.HasExited && await home.TakenInAsync() == before)
        {
            await Task.Delay(5);
        }

        verb.Kill();
        await verb.WaitForExitAsync();
    }
}
