using System.Text.RegularExpressions;

namespace AutoPortal.Architecture.Tests;

/// <summary>The analyzer bans; these guard that nobody quietly lifts the ban.</summary>
public sealed partial class BannedApiTests
{
    // Each lifts the ban for a reason that stands beside its pragma.
    private static readonly string[] MayWriteSqlByHand =
    [
        "AutoPortal.Kernel/Audit/AuditSearch.cs",
        "AutoPortal.Kernel/Data/Migrating/",
        "AutoPortal.Kernel/Data/ScopedSql.cs",
        "AutoPortal.Kernel/Messaging/DeadLetters.cs",
        "AutoPortal.Kernel/Messaging/Listener.cs",
        "AutoPortal.Kernel/Messaging/Notifier.cs",
        "AutoPortal.Kernel/Messaging/OutboxPump.cs",
        "AutoPortal.Kernel/Postgres/",
        "AutoPortal.Web/Hosting/DatabaseHealth.cs",
    ];

    [Fact]
    public void The_ban_is_lifted_only_where_the_kernel_must()
    {
        var lifted = Repository.SourceFiles("*.cs").Concat(Repository.SourceFiles("*.razor"))
            .Where(file => LiftsTheBan().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file))
            .Where(file => !Array.Exists(MayWriteSqlByHand, file.StartsWith));

        lifted.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_held_to_the_list()
    {
        var props = File.ReadAllText(Path.Combine(Repository.Root, "src", "Directory.Build.props"));

        props.ShouldContain("BannedSymbols.txt");
        File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")).ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "Directory.Build.props", SearchOption.AllDirectories).Count().ShouldBe(1);
    }

    [Fact]
    public void Nobody_catches_every_exception_outside_an_edge()
    {
        var edges = new[] { "Messaging/Listener.cs", "Messaging/OutboxPump.cs", "SignUps/SignUpLanes.cs", "Collect/EventLanes.cs" };
        var catchers = Repository.SourceFiles("*.cs")
            .Where(file => CatchesAll().IsMatch(File.ReadAllText(file)) && !Array.Exists(edges, file.EndsWith))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        catchers.ShouldBeEmpty();
    }

    [GeneratedRegex(@"#pragma warning disable .*RS0030|SuppressMessage\([^)]*RS0030", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiftsTheBan();

    [GeneratedRegex(@"catch \(Exception( \w+)?\)\s*(\r?\n)?\s*(\{|#)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CatchesAll();
}
