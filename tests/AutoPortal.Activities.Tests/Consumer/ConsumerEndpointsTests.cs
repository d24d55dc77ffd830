using System.Net;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Messages;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.Tests.SignUps.Public;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.Consumer;

public sealed class ConsumerEndpointsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static int _tenants;

    [Fact]
    public async Task An_owner_and_a_stranger_in_different_cities_see_different_activities()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("national", "全国试驾");
        await place.ShowAsync("suzhou", "苏州同城会", p => p with { Scope = ActivityScopes.City, Cities = ["苏州"] });
        await place.ShowAsync("shanghai", "上海到店日", p => p with { Scope = ActivityScopes.Dealers, DealerIds = [KnownDealers.Shanghai.Id] });
        await place.ShowAsync("owners", "车主回馈", p => p with { Audience = Audience.Everyone with { Owners = "owner" } });
        await place.ShowAsync("newcomers", "首次购车礼", p => p with { Audience = Audience.Everyone with { Owners = "non_owner" } });
        await place.ShowAsync("over", "已经结束", p => p with { SignUpUntil = DateTimeOffset.UtcNow.AddHours(-1) });
        place.Know(Make.Phone(1), new(Make.Id(), IsOwner: true, "苏州"));
        place.Know(Make.Phone(2), new(Make.Id(), IsOwner: false, "上海"));
        var owner = await place.EnterAsync(Make.Phone(1));
        var other = await place.EnterAsync(Make.Phone(2));

        place.TitlesIn(await place.BodyAsync($"/{place.Word}", owner)).ShouldBe(["全国试驾", "苏州同城会", "车主回馈"], ignoreOrder: true);
        place.TitlesIn(await place.BodyAsync($"/{place.Word}", other)).ShouldBe(["全国试驾", "上海到店日", "首次购车礼"], ignoreOrder: true);
        place.TitlesIn(await place.BodyAsync($"/{place.Word}?city=苏州")).ShouldBe(["全国试驾", "苏州同城会", "首次购车礼"], ignoreOrder: true);
        place.TitlesIn(await place.BodyAsync($"/{place.Word}")).ShouldBe(["全国试驾", "苏州同城会", "上海到店日", "首次购车礼"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_stranger_gets_no_cookie_and_a_list_that_may_be_kept_while_what_is_personal_never_is()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("national", "全国试驾");
        var me = await place.EnterAsync(Make.Phone(1));

        using var strangers = await place.SendAsync(HttpMethod.Get, $"/{place.Word}");
        using var mine = await place.SendAsync(HttpMethod.Get, $"/{place.Word}", me);
        using var page = await place.SendAsync(HttpMethod.Get, $"/{place.Word}/me", me);

        strangers.Headers.Contains("Set-Cookie").ShouldBeFalse();
        strangers.Headers.CacheControl!.NoStore.ShouldBeFalse();
        mine.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task List_and_own_page_wear_the_tenants_theme_behind_the_style_sheet()
    {
        await using var place = await OpenAsync();

        foreach (var path in new[] { $"/{place.Word}", $"/{place.Word}/me" })
        {
            var page = await place.BodyAsync(path);
            page.IndexOf($"href=\"/{place.Word}/theme-1f5eff.css\"", StringComparison.Ordinal).ShouldBeGreaterThan(page.IndexOf("href=\"/assets/public.css\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_wrong_code_lets_nobody_in_and_the_phone_stays_typed()
    {
        await using var place = await OpenAsync();

        using var answer = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/enter", null, ("phone", Make.Phone(1)), ("code", "654321"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"value=\"{Make.Phone(1)}\"");
    }

    [Fact]
    public async Task A_person_sees_the_own_sign_ups_only_and_cancels_them_without_script()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("national", "全国试驾");
        await place.SignUpAsync("national", 1);
        await place.SignUpAsync("national", 2);
        var me = await place.EnterAsync(Make.Phone(1));
        var page = await place.BodyAsync($"/{place.Word}/me", me);
        var (mine, others) = (await place.Tenant.PersonAsync(1), await place.Tenant.PersonAsync(2));

        page.ShouldContain(SignUpNumber.Of(mine.Id));
        page.ShouldNotContain(SignUpNumber.Of(others.Id));
        using var foreign = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/{others.Id}/cancel", me, ("token", Place.TokenIn(page)));
        using var own = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/{mine.Id}/cancel", me, ("token", Place.TokenIn(page)));

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        own.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await place.Tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Cancelled);
        (await place.Tenant.PersonAsync(2)).State.ShouldBe(SignUpState.Confirmed);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_or_with_somebody_elses_changes_nothing()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("national", "全国试驾");
        await place.SignUpAsync("national", 1);
        var (me, other) = (await place.EnterAsync(Make.Phone(1)), await place.EnterAsync(Make.Phone(2)));
        var id = (await place.Tenant.PersonAsync(1)).Id;
        var theirs = Place.TokenIn(await place.BodyAsync($"/{place.Word}/me", other));

        using var without = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/{id}/cancel", me);
        using var with = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/{id}/cancel", me, ("token", theirs));
        using var stranger = await place.SendAsync(HttpMethod.Post, $"/{place.Word}/me/{id}/cancel", null, ("token", theirs));

        new[] { without, with, stranger }.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Forbidden);
        (await place.Tenant.PersonAsync(1)).State.ShouldBe(SignUpState.Confirmed);
    }

    [Fact]
    public async Task A_sign_in_is_good_at_its_own_tenant_only()
    {
        await using var here = await OpenAsync();
        await using var there = await OpenAsync();
        var cookie = await there.EnterAsync(Make.Phone(1));

        (await here.BodyAsync($"/{here.Word}/me", cookie)).ShouldContain("me/enter");
    }

    [Fact]
    public async Task The_offers_link_only_shows_until_it_is_answered_and_then_says_what_became_of_it()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("small", "小会", p => p with { Quota = 1, HasWaitingList = true });
        await place.SignUpAsync("small", 1);
        await place.SignUpAsync("small", 2);
        await using var system = place.Tenant.AsSystem();
        await system.Get<AnswerSignUp>().CancelAsync((await place.Tenant.PersonAsync(1)).Id, default);
        var offer = await place.Tenant.ReadAsync<ActivitiesDb, WaitingOffer>(db => db.Offers.SingleAsync());
        var link = $"/{place.Word}/o/{OfferLinks.Of(place.Tenant.Get<PhoneVault>(), place.Tenant.Id, offer.Id)}";

        (await place.BodyAsync(link)).ShouldContain("/accept");
        (await place.Tenant.PersonAsync(2)).State.ShouldBe(SignUpState.Waitlisted);
        using var taken = await place.SendAsync(HttpMethod.Post, link + "/accept");
        (await place.Tenant.PersonAsync(2)).State.ShouldBe(SignUpState.Confirmed);
        (await place.BodyAsync(link)).ShouldNotContain("/accept");
        using var forged = await place.SendAsync(HttpMethod.Get, link[..^1] + (link[^1] == '0' ? '1' : '0'));
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_not_meant_is_told_so_after_the_phone_was_proved()
    {
        await using var place = await OpenAsync();
        await place.ShowAsync("owners", "车主回馈", p => p with { Audience = Audience.Everyone with { Owners = "owner" } });
        place.Know(Make.Phone(1), new(Make.Id(), IsOwner: true, "苏州"));

        (await place.SignUpAsync("owners", 2)).Refusal.ShouldBe(ActivityRefusals.NotForYou);
        (await place.SignUpAsync("owners", 1)).Receipt.ShouldNotBeNull();
    }

    private async Task<Place> OpenAsync()
    {
        var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        var word = $"mine-{Interlocked.Increment(ref _tenants)}";
        activities.Known.Add(tenant.Id, word);
        return new(activities, tenant, word, await PublicSite.OpenAsync(activities));
    }

    private sealed class Place(ActivitiesFixture activities, TestTenant tenant, string word, PublicSite site) : IAsyncDisposable
    {
        private readonly List<string> _titles = [];

        public TestTenant Tenant => tenant;

        public string Word => word;

        public static string TokenIn(string page) => page.Split("name=\"token\" value=\"")[1].Split('"')[0];

        public async Task ShowAsync(string slug, string title, Func<ActivityPlan, ActivityPlan>? change = null)
        {
            var plan = Make.Plan() with { Slug = slug, TitleZh = title };
            var activity = Make.Activity(change?.Invoke(plan) ?? plan);
            activity.ShowOn(Make.Id(), TimeProvider.System.GetUtcNow());
            await tenant.SaveAsync<ActivitiesDb>(activity);
            _titles.Add(title);
        }

        public void Know(string phone, PersonFacts facts) => activities.Persons.Add(tenant.Get<PhoneVault>().Hash(tenant.Id, phone), facts);

        public Task<AutoPortal.Activities.SignUps.SignUpAnswer> SignUpAsync(string slug, int person)
            => tenant.Get<AutoPortal.Activities.SignUps.AcceptSignUp>().RunAsync(new(slug, Make.Form(Make.Phone(person)), $"/{word}/a/{slug}"), default);

        public IEnumerable<string> TitlesIn(string page) => _titles.Where(t => WebUtility.HtmlDecode(page).Contains(t, StringComparison.Ordinal));

        public async Task<string> EnterAsync(string phone)
        {
            using var answer = await SendAsync(HttpMethod.Post, $"/{word}/me/enter", null, ("phone", phone), ("code", KnownCodes.Right));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            var cookie = answer.Headers.GetValues("Set-Cookie").Single();
            cookie.ShouldContain("httponly");
            cookie.ShouldContain($"path=/{word}");
            return cookie.Split(';')[0];
        }

        public async Task<string> BodyAsync(string path, string? cookie = null)
        {
            using var answer = await SendAsync(HttpMethod.Get, path, cookie);
            return await answer.Content.ReadAsStringAsync();
        }

        public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? cookie = null, params (string Name, string Value)[] form)
            => site.SendAsync(method, path, cookie, form);

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            await tenant.DisposeAsync();
        }
    }
}
