using AutoPortal.Pages.Masters.Copies;

namespace AutoPortal.Pages.Tests.Masters;

public sealed class CopyChoosingTests
{
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly Guid South = Guid.CreateVersion7();
    private readonly List<CopyCandidate> _dealers =
    [
        new(Guid.CreateVersion7(), "N1", "城北店", North, HasCopy: false),
        new(Guid.CreateVersion7(), "N2", "城西店", North, HasCopy: true),
        new(Guid.CreateVersion7(), "S1", "城南店", South, HasCopy: false),
    ];

    [Fact]
    public void A_region_counts_who_would_get_a_copy_and_who_has_one()
    {
        var choosing = new CopyChoosing(_dealers) { How = "regions" };

        choosing.Region(North, true);

        (choosing.New, choosing.There).ShouldBe((1, 1));
        choosing.Choice.Regions.ShouldBe([North]);
    }

    [Fact]
    public void What_was_ticked_in_another_way_does_not_count()
    {
        var choosing = new CopyChoosing(_dealers) { How = "dealers" };
        choosing.Dealer(_dealers[0].Id, true);

        choosing.How = "regions";

        choosing.New.ShouldBe(0);
        choosing.Choice.Dealers.ShouldBeEmpty();
    }

    [Fact]
    public void Dealers_are_found_by_name_or_code_those_without_a_copy_first()
    {
        var choosing = new CopyChoosing(_dealers);

        choosing.Found[^1].Code.ShouldBe("N2");
        choosing.Search = "n1 ";
        choosing.Found.Single().Name.ShouldBe("城北店");
    }
}
