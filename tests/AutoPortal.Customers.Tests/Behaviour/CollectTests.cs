using System.Net;
using System.Text;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Tests.Behaviour;

public sealed class CollectTests(BehaviourFixture fixture) : IClassFixture<BehaviourFixture>
{
    [Fact]
    public async Task An_event_that_was_answered_is_stored_and_counted()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);

        (await node.TellAsync(town, Told.View(), Told.Exposure(), Told.Click(), Told.Dwell(1_500), Told.Dwell(700, BehaviourFixture.Block), Told.Step("field", "phone"))).ShouldBe(HttpStatusCode.NoContent);

        (await CountAsync(town)).ShouldBe(6);
        var traffic = await TrafficAsync(town);
        traffic.Views.ShouldBe(1);
        traffic.VisibleFor.ShouldBe(TimeSpan.FromMilliseconds(1_500));
        traffic.Blocks.ShouldBe([new BlockTraffic(BehaviourFixture.Block, 1, 1, TimeSpan.FromMilliseconds(700))]);
        traffic.Blocks[0].ClickRate.ShouldBe(1);
        traffic.Steps.ShouldBe([new FormStepTraffic(BehaviourFixture.Form, "field", "phone", 1)]);
        traffic.Days.Sum(d => d.Views).ShouldBe(1);
    }

    [Fact]
    public async Task One_event_alone_and_an_array_are_taken_too_and_a_hundred_are_the_most()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var whole = Told.View();
        (whole["page"], whole["pageVersion"]) = (town.PageId, Town.Version);
        var another = new Dictionary<string, object?>(whole) { ["id"] = Make.Id() };

        (await node.PostAsync(town.Path, System.Text.Json.JsonSerializer.Serialize(whole))).ShouldBe(HttpStatusCode.NoContent);
        (await node.PostAsync(town.Path, System.Text.Json.JsonSerializer.Serialize(new[] { another }))).ShouldBe(HttpStatusCode.NoContent);
        (await node.TellAsync(town, [.. Enumerable.Range(0, 100).Select(_ => Told.View())])).ShouldBe(HttpStatusCode.NoContent);
        (await node.TellAsync(town, [.. Enumerable.Range(0, 101).Select(_ => Told.View())])).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        (await CountAsync(town)).ShouldBe(102);
    }

    [Fact]
    public async Task Told_again_at_two_nodes_at_once_everything_is_there_once_and_counted_once()
    {
        await using var town = fixture.Town();
        await using var first = await CollectNode.OpenAsync(fixture);
        await using var second = await CollectNode.OpenAsync(fixture);
        var posts = Enumerable.Range(0, 30).Select(_ => new object[] { Told.View(), Told.Click(), Told.Exposure(), Told.Dwell(100) }).ToList();
        var visitor = Guid.NewGuid();

        await Parallel.ForEachAsync(Enumerable.Range(0, 180), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (round, ct) =>
        {
            // Each post comes six times, in another order at each node, as browsers that got no answer send it.
            var events = posts[round % posts.Count];
            var body = Told.Batch(town, round % 2 == 0 ? events : [.. events.Reverse()], visitor);
            (await (round % 2 == 0 ? first : second).PostAsync(town.Path, System.Text.Json.JsonSerializer.Serialize(body))).ShouldBe(HttpStatusCode.NoContent);
        });

        (await CountAsync(town)).ShouldBe(120);
        var traffic = await TrafficAsync(town);
        (traffic.Views, traffic.Visitors, traffic.VisibleFor).ShouldBe((30, 1, TimeSpan.FromSeconds(3)));
        traffic.Blocks.Single().ShouldBe(new BlockTraffic(BehaviourFixture.Block, 30, 30, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_random_id_keeps_an_event_single_as_well()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var view = Told.View(Guid.NewGuid());

        await node.TellAsync(town, view);
        await node.TellAsync(town, view);

        (await CountAsync(town)).ShouldBe(1);
    }

    [Fact]
    public async Task Browsers_without_an_id_are_counted_as_views_and_not_as_visitors()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);

        await node.TellAsync(town, Told.View(), Told.View());

        var traffic = await TrafficAsync(town);
        (traffic.Views, traffic.Visitors).ShouldBe((2, 0));
    }

    [Theory]
    [InlineData("sec-fetch-site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task Another_sites_page_cannot_tell_anything(string header, string value)
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);

        (await node.PostAsync(town.Path, "[]", (header, value))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Too_many_posts_of_an_address_and_too_many_events_of_a_tenant_are_asked_to_come_back()
    {
        await using var town = fixture.Town();
        await using var other = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture, new CustomersOptions { CollectPostsPerClientMinute = 4, EventsPerTenantSecond = 100, EventsPerPost = 100 });

        (await node.TellAsync(town, [.. Enumerable.Range(0, 100).Select(_ => Told.View())])).ShouldBe(HttpStatusCode.NoContent);
        (await node.TellAsync(town, [.. Enumerable.Range(0, 100).Select(_ => Told.View())])).ShouldBe(HttpStatusCode.TooManyRequests);
        (await node.TellAsync(other, Told.View())).ShouldBe(HttpStatusCode.NoContent);
        await node.PostAsync(town.Path, "[]");
        await node.PostAsync(town.Path, "[]");
        (await node.PostAsync(town.Path, "[]")).ShouldBe(HttpStatusCode.TooManyRequests);

        (await CountAsync(town)).ShouldBe(100);
    }

    [Fact]
    public async Task Whatever_is_sent_is_answered_and_never_with_a_fault_of_ours()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture, new CustomersOptions { CollectPostsPerClientMinute = 100_000 });
        string[] bodies =
        [
            "", " ", "null", "1", "\"x\"", "{", "[", "[[]]", "{}", "[{}]", "[null,1,\"x\",[],{}]", "{\"events\":null}", "{\"events\":{}}", "{\"events\":[1]}",
            "{\"events\":[{\"events\":[]}]}", "{\"id\":\"\\ud800\"}", "{\"name\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"name\":\"a\\u0000b\"}", "{\"at\":1e400}", "{\"at\":-1}", "{\"at\":9223372036854775807}",
            "{\"sentAt\":9223372036854775807,\"events\":[{\"at\":-9223372036854775808}]}", "{\"v\":99999999999}", "{\"v\":-1}", "{\"pageVersion\":2147483648}", "{\"props\":[]}", "{\"props\":{\"\\ud800\":\"\\udfff\"}}",
            new string('[', 100) + new string(']', 100), "{\"name\":\"page_view\",\"name\":\"click\"}", "{\"id\":\"00000000-0000-0000-0000-000000000000\"}", "\ufeff[]", "[" + string.Join(',', Enumerable.Repeat("{\"x\":\"'; drop table customers.page_events; --\"}", 90)) + "]",
            $"{{\"events\":[{string.Join(',', Fields(town))}]}}",
        ];

        foreach (var body in bodies)
        {
            ((int)await node.PostAsync(town.Path, body)).ShouldBeInRange(200, 499, body);
        }

        ((int)await node.PostAsync(town.Path, [0xff, 0xfe, 0x00])).ShouldBe(400);
        ((int)await node.PostAsync(town.Path, [.. "[{\"name\":\""u8, 0xc3, 0x28, .. "\"}]"u8])).ShouldBe(400);
        (await node.PostAsync(town.Path, new byte[70_000])).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CountAsync(town)).ShouldBe(0);
        (await node.TellAsync(town, Told.View())).ShouldBe(HttpStatusCode.NoContent);
    }

    // A whole event in which one field after the other holds nonsense.
    private static IEnumerable<string> Fields(Town town)
    {
        string[] nonsense = ["null", "true", "-1", "1e99", "\"\"", "\"\\u0000\"", "\"\\udc00\"", "[]", "{}", "\"" + new string('x', 500) + "\""];
        string[] names = ["id", "name", "v", "at", "page", "pageVersion", "block", "visitor", "session", "props"];
        return from name in names
               from value in nonsense
               where !(name is "visitor" or "session" && value == "null") && !(name is "block" && value == "\"\"") && !(name is "props" && value == "{}")
               select "{" + string.Join(',', new Dictionary<string, string>(StringComparer.Ordinal)
               {
                   ["id"] = $"\"{Make.Id()}\"",
                   ["name"] = "\"page_view\"",
                   ["v"] = "1",
                   ["at"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                   ["page"] = $"\"{town.PageId}\"",
                   ["pageVersion"] = "3",
                   [name] = value,
               }.Select(f => $"\"{f.Key}\":{f.Value}")) + "}";
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_by_what_it_said_when_it_sent()
    {
        await using var town = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        var now = TimeProvider.System.GetUtcNow();
        var theirs = now.AddHours(-30);
        var view = Told.View(Kernel.Ids.New(theirs.AddMinutes(-10)), theirs.AddMinutes(-10));

        await node.PostAsync(town.Path, System.Text.Json.JsonSerializer.Serialize(Told.Batch(town, [view], sentAt: theirs.ToUnixTimeMilliseconds())));

        var at = await town.Tenant.ReadAsync<CustomersDb, DateTimeOffset>(db => db.PageEvents.Select(e => e.At).SingleAsync());
        at.ShouldBe(now.AddMinutes(-10), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Neither_another_tenants_scope_nor_its_lack_finds_an_event()
    {
        await using var town = fixture.Town();
        await using var other = fixture.Town();
        await using var node = await CollectNode.OpenAsync(fixture);
        await node.PostAsync(town.Path, System.Text.Json.JsonSerializer.Serialize(Told.Batch(town, [Told.View(), Told.Event("nonsense")], Guid.NewGuid())));

        var found = await other.Tenant.ReadAsync<CustomersDb, int>(async db =>
            await db.PageEvents.IgnoreQueryFilters().CountAsync() + await db.PageCounters.IgnoreQueryFilters().CountAsync()
            + await db.PageVisits.IgnoreQueryFilters().CountAsync() + await db.QuarantinedEvents.IgnoreQueryFilters().CountAsync());

        found.ShouldBe(0);
        (await TrafficAsync(other, town.PageId)).Views.ShouldBe(0);
        (await TrafficAsync(town)).Views.ShouldBe(1);
    }

    private static Task<int> CountAsync(Town town) => town.Tenant.ReadAsync<CustomersDb, int>(db => db.PageEvents.CountAsync());

    internal static Task<PageTraffic> TrafficAsync(Town town, Guid? page = null)
    {
        var today = ShanghaiTime.DateOf(TimeProvider.System.GetUtcNow());
        return town.Tenant.Get<IPageTraffic>().ReadAsync(page ?? town.PageId, new(today.AddDays(-7), today), default);
    }
}
