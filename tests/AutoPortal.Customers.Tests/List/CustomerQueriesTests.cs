using AutoPortal.Customers.List;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Customers.Tests.List;

public sealed class CustomerQueriesTests(CustomersFixture customers) : IClassFixture<CustomersFixture>
{
    [Fact]
    public async Task The_list_is_masked_and_pages_by_key_without_gap_or_double()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);
        await tenant.HearAsync([.. Enumerable.Range(0, 25).Select(i => Make.SignUp(tenant, $"138001380{i:D2}", at: TimeProvider.System.GetUtcNow().AddMinutes(-(i / 3))))]);
        var queries = tenant.Get<CustomerQueries>();

        var one = await queries.ListAsync(PageRequest.First(10), default);
        var two = await queries.ListAsync(PageRequest.First(10) with { After = one.NextAfter }, default);
        var three = await queries.ListAsync(PageRequest.First(10) with { After = two.NextAfter }, default);

        (one.Total, three.NextAfter).ShouldBe((25, null));
        var all = one.Rows.Concat(two.Rows).Concat(three.Rows).ToList();
        all.Select(c => c.Id).Distinct().Count().ShouldBe(25);
        all.Select(c => c.LastSeenAt).ShouldBe(all.Select(c => c.LastSeenAt).OrderDescending());
        all.ShouldAllBe(c => c.PhoneMask.Contains("****") && c.NameMask.EndsWith("**"));
    }

    [Theory]
    [InlineData("8001", 1)]
    [InlineData("小明", 2)]
    [InlineData("王小明", 1)]
    [InlineData("王", 1)]
    [InlineData("明小", 0)]
    [InlineData("' or 1=1 --", 0)]
    [InlineData("😀", 0)]
    public async Task People_are_found_by_tail_and_by_parts_of_the_name(string words, int expected)
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);
        await tenant.HearAsync(Make.SignUp(tenant, "13800138001", "王小明"), Make.SignUp(tenant, "13800138002", "李小明"), Make.SignUp(tenant, "13800138003", "Anna"));

        var found = await tenant.Get<CustomerQueries>().ListAsync(PageRequest.First(10) with { Search = words }, default);

        found.Rows.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_listed()
    {
        await using var tenant = customers.Tenant();
        await tenant.HearAsync(Make.SignUp(tenant));

        (await tenant.Get<CustomerQueries>().ListAsync(PageRequest.First(10), default)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealer_finds_its_own_people_only_however_it_searches()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);
        var mine = Make.Id();
        await tenant.HearAsync(Make.SignUp(tenant, "13800138001", "王小明", mine), Make.SignUp(tenant, "13800138002", "李小明", Make.Id()));
        await using var dealer = tenant.As(f => f with { Reach = Reach.Dealer, DealerIds = [mine] });

        foreach (var request in new[] { PageRequest.First(10), PageRequest.First(10) with { Search = "小明" }, PageRequest.First(10) with { After = "9_0199aa00000070008000000000000001" } })
        {
            (await dealer.Get<CustomerQueries>().ListAsync(request, default)).Rows.ShouldAllBe(c => c.PhoneMask == "138****8001");
        }
    }
}
