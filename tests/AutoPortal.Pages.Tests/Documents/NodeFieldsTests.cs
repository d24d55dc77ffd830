using System.Text.Json;
using AutoPortal.Pages.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace AutoPortal.Pages.Tests.Documents;

public sealed class NodeFieldsTests
{
    [Theory]
    [InlineData("""{"zh":"旧"}""", """{"zh":"旧","en":"hers"}""", """{"zh":"他的"}""", """{"zh":"他的","en":"hers"}""")]
    [InlineData("""{"zh":"旧","en":"old"}""", """{"zh":"旧"}""", """{"zh":"他的","en":"old"}""", """{"zh":"他的"}""")]
    [InlineData("""[{"a":1},{"a":2}]""", """[{"a":9},{"a":2}]""", """[{"a":1},{"a":3}]""", """[{"a":9},{"a":3}]""")]
    [InlineData("1", "2", "2", "2")]
    [InlineData("1", "2", "1", "2")]
    public void Two_people_who_changed_different_parts_of_a_value_both_have_their_way(string before, string theirs, string mine, string merged)
        => NodeFields.Same(NodeFields.Merge(Json(before), Json(theirs), Json(mine)).ShouldNotBeNull().Value, Json(merged)).ShouldBeTrue();

    [Theory]
    [InlineData("""{"zh":"旧"}""", """{"zh":"她的"}""", """{"zh":"他的"}""")]
    [InlineData("""[{"a":1,"b":1}]""", """[{"a":2,"b":1}]""", """[{"a":1,"b":2}]""")]
    [InlineData("[1,2]", "[2,1]", "[3,2]")]
    [InlineData("[1]", "[1,2]", "[1,3]")]
    [InlineData("1", "2", "3")]
    public void What_cannot_be_told_apart_is_asked(string before, string theirs, string mine) => NodeFields.Merge(Json(before), Json(theirs), Json(mine)).ShouldBeNull();

    [Fact]
    public void A_merge_never_loses_what_one_of_two_people_did()
        => Prop.ForAll(Gen.Choose(0, 2).ArrayOf(9).ToArbitrary(), digits =>
        {
            // Three fields of three states each (absent, 1, 2) before, of hers and of his.
            var (before, theirs, mine) = (Record(digits[..3]), Record(digits[3..6]), Record(digits[6..]));
            var merged = NodeFields.Merge(before, theirs, mine);
            return Enumerable.Range(0, 3).All(i => merged is null || (digits[i] == digits[i + 6] || Is(merged, i, digits[i + 6])) && (digits[i] == digits[i + 3] || Is(merged, i, digits[i + 3])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static bool Is(Merged merged, int field, int digit)
        => (merged.Value!.Value.TryGetProperty($"f{field}", out var there) ? there.GetInt32() : 0) == digit;

    private static JsonElement Record(int[] digits)
        => JsonSerializer.SerializeToElement(digits.Select((d, i) => (d, i)).Where(f => f.d > 0).ToDictionary(f => $"f{f.i}", f => f.d));

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
