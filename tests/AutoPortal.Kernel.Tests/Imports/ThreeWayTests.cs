using AutoPortal.Kernel.Imports;
using Shouldly;
using Xunit;

namespace AutoPortal.Kernel.Tests.Imports;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("138****1234", "138****1234", "a masked cell changes nothing")]
    [InlineData("139****9999", "138****1234", "not even when it is another row's")]
    [InlineData("139****9999", null, "nor in a file of somebody else")]
    public void A_masked_cell_never_overwrites_what_it_hides(string given, string? exported, string because)
    {
        var (value, difference) = ThreeWay.Decide("phone", "13812341234", Row(given, exported), takeConflicts: true);

        value.ShouldBe("13812341234", because);
        difference.ShouldBeNull();
    }

    [Fact]
    public void What_is_typed_over_a_mask_stands_beside_what_is_stored_and_is_no_conflict()
    {
        var (value, difference) = ThreeWay.Decide("name", "王小明", Row("王大明", "王**"), takeConflicts: false);

        value.ShouldBe("王大明");
        difference.ShouldBe(new CellDifference("name", "王小明", "王大明"));
    }

    [Fact]
    public void A_mask_that_was_wiped_out_says_nothing()
        => ThreeWay.Decide("name", "王小明", Row("", "王**"), takeConflicts: true).ShouldBe(("王小明", (CellDifference?)null));

    [Fact]
    public void Rows_that_look_alike_are_different_rows_when_they_were_exported_from_two_records_or_two_versions()
    {
        var values = new Dictionary<string, string> { ["phone"] = "138****1234" };
        string Key(RowStamp? stamp) => new RowKeys().Next(values, stamp);
        var one = new RowStamp(new Guid("0199b000-0000-7000-8000-000000000001"), "7", values);

        Key(one).ShouldBe(Key(one with { Values = new Dictionary<string, string>() }));
        new[] { Key(null), Key(one), Key(one with { Version = "8" }), Key(one with { RootId = Guid.Empty }) }.ShouldBeUnique();
    }

    private static ImportRow Row(string given, string? exported) => new(2, "", new Dictionary<string, string> { ["phone"] = given, ["name"] = given })
    {
        Stamp = exported is null ? null : new(Guid.Empty, "1", new Dictionary<string, string> { ["phone"] = exported, ["name"] = exported }),
    };
}
