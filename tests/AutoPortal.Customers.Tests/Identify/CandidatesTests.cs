using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Customers.List;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Identify;

/// <summary>People whom a file or a colleague named: candidates, until they prove their number themselves.</summary>
public sealed class CandidatesTests(CustomersFixture customers) : IClassFixture<CustomersFixture>
{
    [Fact]
    public async Task Somebody_named_by_a_file_is_a_customer_whose_number_nobody_proved()
    {
        await using var tenant = customers.Tenant(CustomersPermissions.Read);

        var known = await IntroduceAsync(tenant, Named(tenant), Named(tenant, "13900139000", "李雷"), Named(tenant));

        known.Count.ShouldBe(2);
        var keys = await tenant.ReadAsync<CustomersDb, List<IdentityKey>>(db => db.IdentityKeys.ToListAsync());
        keys.Select(k => k.Type).ShouldAllBe(type => type == IdentityKeyTypes.PhoneUnverified);
        keys.Select(k => k.CustomerId).ShouldBe(known.Values, ignoreOrder: true);
        var found = await tenant.Get<CustomerQueries>().ListAsync(PageRequest.First(10) with { Search = "李雷" }, default);
        (found.Rows.ShouldHaveSingleItem().NameMask, found.Rows[0].PhoneMask, found.Rows[0].Stage).ShouldBe(("李**", "139****9000", LifecycleStages.Intent));
    }

    [Fact]
    public async Task The_same_number_is_the_same_candidate_also_of_two_files_at_once_and_keeps_its_first_name()
    {
        await using var tenant = customers.Tenant();
        var first = (await IntroduceAsync(tenant, Named(tenant))).Values.Single();

        var later = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => IntroduceAsync(tenant, Named(tenant, name: "别人" + n), Named(tenant, "13900139000")))));

        later.Select(l => l[Hash(tenant)]).ShouldAllBe(id => id == first);
        later.Select(l => l[Hash(tenant, "13900139000")]).Distinct().ShouldHaveSingleItem();
        (await NameAsync(tenant, first)).ShouldBe("王小明");
    }

    [Fact]
    public async Task Who_proved_the_number_is_not_joined_with_what_a_file_says_and_nothing_of_them_changes()
    {
        await using var tenant = customers.Tenant();
        await tenant.HearAsync(Make.SignUp(tenant, name: "王小明"));
        var proved = await tenant.ReadAsync<CustomersDb, Customer>(db => db.Customers.SingleAsync());

        var candidate = (await IntroduceAsync(tenant, Named(tenant, name: "冒名者"))).Values.Single();

        candidate.ShouldNotBe(proved.Id);
        var now = await tenant.ReadAsync<CustomersDb, Customer>(db => db.Customers.SingleAsync(c => c.Id == proved.Id));
        (now.NameSealed, now.PhoneSealed, now.City, now.LastSeenAt).ShouldBe((proved.NameSealed, proved.PhoneSealed, proved.City, proved.LastSeenAt));
        (await tenant.ReadAsync<CustomersDb, List<(string, Guid)>>(async db => [.. (await db.IdentityKeys.ToListAsync()).Select(k => (k.Type, k.CustomerId))]))
            .ShouldBe([(IdentityKeyTypes.PhoneVerified, proved.Id), (IdentityKeyTypes.PhoneUnverified, candidate)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_candidate_who_then_proves_the_number_becomes_a_person_of_their_own_and_the_candidate_stays_as_it_was()
    {
        await using var tenant = customers.Tenant();
        var candidate = (await IntroduceAsync(tenant, Named(tenant, name: "甲"))).Values.Single();

        await tenant.HearAsync(Make.SignUp(tenant, name: "王小明"));

        (await tenant.ReadAsync<CustomersDb, int>(db => db.Customers.CountAsync())).ShouldBe(2);
        (await NameAsync(tenant, candidate)).ShouldBe("甲");
    }

    [Fact]
    public async Task A_candidate_who_was_named_for_nothing_goes_without_a_trace_and_others_stay()
    {
        await using var tenant = customers.Tenant();
        await tenant.HearAsync(Make.SignUp(tenant));
        var proved = await tenant.ReadAsync<CustomersDb, Guid>(db => db.Customers.Select(c => c.Id).SingleAsync());
        var before = await tenant.ChecksumsAsync<CustomersDb>();
        var candidate = (await IntroduceAsync(tenant, Named(tenant, "13900139000"))).Values.Single();
        await DirectoryAsync(tenant, d => d.LinkDealersAsync([new(candidate, Make.Id(), null, "lead")], default));

        await DirectoryAsync(tenant, d => d.WithdrawAsync([candidate, proved], default));

        (await tenant.ChecksumsAsync<CustomersDb>()).ShouldBe(before);
    }

    [Fact]
    public async Task Candidates_of_one_tenant_are_nobody_in_another()
    {
        await using var tenant = customers.Tenant();
        await using var other = customers.Tenant(CustomersPermissions.Read);
        var candidate = (await IntroduceAsync(tenant, Named(tenant))).Values.Single();

        await DirectoryAsync(other, d => d.WithdrawAsync([candidate], default));

        (await other.Get<CustomerQueries>().ListAsync(PageRequest.First(10), default)).Rows.ShouldBeEmpty();
        (await tenant.ReadAsync<CustomersDb, int>(db => db.Customers.CountAsync())).ShouldBe(1);
    }

    private static string Hash(TestTenant tenant, string phone = "13800138000") => tenant.Get<PhoneVault>().Hash(tenant.Id, phone);

    private static NamedContact Named(TestTenant tenant, string phone = "13800138000", string name = "王小明")
    {
        var vault = tenant.Get<PhoneVault>();
        return new(vault.Seal(tenant.Id, name), vault.Seal(tenant.Id, phone), vault.Hash(tenant.Id, phone), phone[^4..], PhoneVault.Mask(phone), "苏州", TimeProvider.System.GetUtcNow());
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> IntroduceAsync(TestTenant tenant, params NamedContact[] contacts)
    {
        await using var house = tenant.AsSystem();
        return await house.Get<ICustomerDirectory>().IntroduceAsync(contacts, default);
    }

    private static async Task DirectoryAsync(TestTenant tenant, Func<ICustomerDirectory, Task> act)
    {
        await using var house = tenant.AsSystem();
        await act(house.Get<ICustomerDirectory>());
    }

    private static async Task<string> NameAsync(TestTenant tenant, Guid customer)
        => tenant.Get<PhoneVault>().Open(tenant.Id, await tenant.ReadAsync<CustomersDb, string>(db => db.Customers.Where(c => c.Id == customer).Select(c => c.NameSealed).SingleAsync()));
}
