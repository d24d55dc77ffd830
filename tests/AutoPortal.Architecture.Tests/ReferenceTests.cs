namespace AutoPortal.Architecture.Tests;

public sealed class ReferenceTests
{
    private static readonly string[] Foundations = ["AutoPortal.Kernel", "AutoPortal.Ui"];

    private static IEnumerable<string> Modules => Repository.References.Keys.Where(p => p is not ("AutoPortal.Web" or "AutoPortal.Kernel" or "AutoPortal.Ui") && !p.EndsWith(".Contracts", StringComparison.Ordinal));

    [Fact]
    public void A_module_references_foundations_its_own_contracts_and_other_modules_contracts_only()
    {
        var strays = from module in Modules
                     from reference in Repository.References[module]
                     where !Foundations.Contains(reference) && !reference.EndsWith(".Contracts", StringComparison.Ordinal)
                     select $"{module} → {reference}";

        strays.ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_stand_on_the_kernel_and_on_other_contracts_only()
    {
        var strays = from contracts in Repository.References.Keys.Where(p => p.EndsWith(".Contracts", StringComparison.Ordinal))
                     from reference in Repository.References[contracts]
                     where reference != "AutoPortal.Kernel" && !reference.EndsWith(".Contracts", StringComparison.Ordinal)
                     select $"{contracts} → {reference}";

        strays.ShouldBeEmpty();
    }

    [Fact]
    public void The_kernel_references_nothing_and_the_design_system_knows_no_module()
    {
        Repository.References["AutoPortal.Kernel"].ShouldBeEmpty();
        Repository.References["AutoPortal.Ui"].ShouldBe(["AutoPortal.Kernel"]);
    }

    [Fact]
    public void References_run_one_way()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in Repository.References.Keys)
        {
            Visit(project, []);
        }

        void Visit(string project, List<string> path)
        {
            path.ShouldNotContain(project, $"circle: {string.Join(" → ", path)} → {project}");
            if (done.Contains(project))
            {
                return;
            }

            foreach (var reference in Repository.References[project])
            {
                Visit(reference, [.. path, project]);
            }

            done.Add(project);
        }
    }

    [Fact]
    public void Between_modules_no_two_need_each_others_contracts()
    {
        var pairs = from module in Modules
                    from reference in Repository.References[module]
                    where reference.EndsWith(".Contracts", StringComparison.Ordinal)
                    let other = reference[..^".Contracts".Length]
                    where other != module && string.CompareOrdinal(module, other) < 0 && Repository.References[other].Contains(module + ".Contracts")
                    select $"{module} ↔ {other}";

        pairs.ShouldBeEmpty();
    }
}
