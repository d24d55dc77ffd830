using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Places;
using AutoPortal.Activities.SignUps;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Tests.SignUps;

public sealed class MostOfKindTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_person_who_posts_to_many_activities_of_a_kind_at_once_gets_no_more_than_the_limit(int most)
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        foreach (var slug in Slugs(8))
        {
            await tenant.RunningAsync(Make.Plan() with { Slug = slug, MostOfKind = most });
        }

        var answers = await AtOnceAsync(tenant, Slugs(8), person: 1);

        answers.Count(a => a.Receipt is not null).ShouldBe(most);
        answers.Where(a => a.Receipt is null).ShouldAllBe(a => a.Refusal!.Code == ActivityRefusals.TooManyOfKind.Code);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.SignUps.CountAsync())).ShouldBe(most);
        (await tenant.ReadAsync<ActivitiesDb, int>(db => db.Activities.SumAsync(a => a.Taken))).ShouldBe(most);
    }

    [Fact]
    public async Task Many_people_at_many_activities_at_once_each_get_one_and_nobody_is_stuck()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        foreach (var slug in Slugs(4))
        {
            await tenant.RunningAsync(Make.Plan() with { Slug = slug, MostOfKind = 1 });
        }

        await Task.WhenAll(Enumerable.Range(0, 12).Select(person => AtOnceAsync(tenant, Slugs(4), person)));

        (await tenant.ReadAsync<ActivitiesDb, List<int>>(db => db.SignUps.GroupBy(s => s.PhoneHash).Select(g => g.Count()).ToListAsync())).ShouldBe(Enumerable.Repeat(1, 12));
    }

    [Fact]
    public async Task Whoever_is_signed_up_already_hears_the_number_of_then()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        await tenant.RunningAsync(Make.Plan() with { Slug = "limited", MostOfKind = 1 });
        await tenant.RunningAsync(Make.Plan() with { Slug = "free" });
        var first = await PostAsync(tenant, "limited", 1);
        (await PostAsync(tenant, "free", 1)).Receipt.ShouldNotBeNull();

        var again = await PostAsync(tenant, "limited", 1);

        again.Receipt.ShouldSatisfyAllConditions(r => r!.Number.ShouldBe(first.Receipt!.Number), r => r!.WasSignedUp.ShouldBeTrue());
    }

    [Fact]
    public async Task Other_kinds_and_sign_ups_that_were_given_back_do_not_count()
    {
        await using var tenant = activities.Tenant(ActivitiesPermissions.Manage);
        await tenant.RunningAsync(Make.Plan() with { Slug = "gift", Type = ActivityTypes.SignUpGift });
        await tenant.RunningAsync(Make.Plan() with { Slug = "first", MostOfKind = 1 });
        await tenant.RunningAsync(Make.Plan() with { Slug = "second", MostOfKind = 1 });
        await PostAsync(tenant, "gift", 1);
        var first = await PostAsync(tenant, "first", 1);
        (await PostAsync(tenant, "second", 1)).Refusal!.Code.ShouldBe(ActivityRefusals.TooManyOfKind.Code);

        await tenant.Get<AnswerSignUp>().CancelAsync(first.Receipt!.SignUpId, default);

        (await PostAsync(tenant, "second", 1)).Receipt.ShouldNotBeNull();
    }

    private static IEnumerable<string> Slugs(int count) => Enumerable.Range(1, count).Select(i => $"drive-{i}");

    private static Task<SignUpAnswer[]> AtOnceAsync(TestTenant tenant, IEnumerable<string> slugs, int person)
        => Task.WhenAll(slugs.Select(slug => Task.Run(async () =>
        {
            await using var visit = tenant.As(f => f);
            return await PostAsync(visit, slug, person);
        })));

    private static Task<SignUpAnswer> PostAsync(TestTenant tenant, string slug, int person)
        => tenant.Get<AcceptSignUp>().RunAsync(new(slug, Make.Form(Make.Phone(person)), $"/test/a/{slug}"), default);
}
