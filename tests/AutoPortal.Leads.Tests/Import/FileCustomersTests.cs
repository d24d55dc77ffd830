using AutoPortal.Kernel.Security;
using AutoPortal.Leads.Domain;
using AutoPortal.Testing;
using AutoPortal.Testing.Imports;

namespace AutoPortal.Leads.Tests.Import;

/// <summary>A lead of a file has a customer too: a candidate, whom no file can join with somebody who proved the number.</summary>
public sealed class FileCustomersTests(LeadsFixture leads) : IClassFixture<LeadsFixture>
{
    [Fact]
    public async Task Every_lead_that_a_file_brings_has_a_candidate_and_its_dealer_may_see_them()
    {
        await using var tenant = leads.Tenant();

        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Dealer = "D701" }, Make.Written() with { Phone = "13900000001" }));

        var found = await tenant.LeadsAsync();
        found.Select(l => l.CustomerId).ShouldBe(found.Select(l => (Guid?)leads.Neighbours.Candidates[l.PhoneHash]));
        lock (leads.Neighbours.Links)
        {
            leads.Neighbours.Links.ShouldContain(l => l.CustomerId == found[0].CustomerId && l.DealerId == Neighbours.Tianhe.Id);
        }
    }

    [Fact]
    public async Task Whoever_may_not_be_called_is_blocked_or_has_no_number_is_introduced_to_nobody()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("blocklist", ImportTrial.File([("phone", "13900000007"), ("reason", "退订")]));

        await tenant.ImportAsync("leads", LeadRows.Of(
            Make.Written() with { Phone = "13900000005", Consent = "否" }, Make.Written() with { Phone = "无" }, Make.Written() with { Phone = "13900000007" }, Make.Written() with { Phone = "13900000006", Name = null }));

        (await tenant.LeadsAsync()).ShouldAllBe(l => l.CustomerId == null);
        foreach (var phone in new[] { "13900000005", "13900000006", "13900000007" })
        {
            leads.Neighbours.Candidates.ContainsKey(tenant.Get<PhoneVault>().Hash(tenant.Id, phone)).ShouldBeFalse(phone);
        }
    }

    [Fact]
    public async Task A_row_about_somebody_who_proved_the_number_leaves_their_lead_with_them()
    {
        await using var tenant = leads.Tenant();
        var signUp = tenant.SignUp();
        await tenant.ArriveAsync(signUp);

        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written()));

        var lead = (await tenant.LeadsAsync()).ShouldHaveSingleItem();
        (lead.CustomerId, lead.EnquiryCount).ShouldBe((signUp.CustomerId, 2));
    }

    [Fact]
    public async Task Who_proves_the_number_of_a_files_lead_takes_it_over()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written()));
        var signUp = tenant.SignUp();

        await tenant.ArriveAsync(signUp);

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().CustomerId.ShouldBe(signUp.CustomerId);
    }

    [Fact]
    public async Task An_undo_takes_the_candidates_back_of_whom_no_lead_is_left()
    {
        await using var tenant = leads.Tenant();
        await tenant.ImportAsync("leads", LeadRows.Of(Make.Written()));
        var stays = (await tenant.LeadsAsync()).Single();

        var run = await tenant.ImportAsync("leads", LeadRows.Of(Make.Written() with { Name = "又来" }, Make.Written() with { Phone = "13900000001" }));
        var goes = (await tenant.LeadsAsync()).Single(l => l.Id != stays.Id);
        await tenant.UndoAsync("leads", run);

        (await tenant.LeadsAsync()).ShouldHaveSingleItem().CustomerId.ShouldBe(stays.CustomerId);
        leads.Neighbours.Candidates.ContainsKey(stays.PhoneHash).ShouldBeTrue();
        leads.Neighbours.Candidates.ContainsKey(goes.PhoneHash).ShouldBeFalse();
    }
}
