using AutoPortal.Kernel.Messaging;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Notices;
using AutoPortal.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Notices;

public sealed class NotificationBellTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task A_notice_rings_at_once_and_stops_counting_when_it_is_read()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await using var visitor = await Visitor.OfAsync(platform, member);
        var words = new Words();
        await using var screen = Screen(visitor, words);
        var bell = screen.Render<NotificationBell>();
        bell.WaitForAssertion(() => bell.FindAll(".bell-empty").Count.ShouldBe(1));
        bell.FindAll(".dot").ShouldBeEmpty();

        await visitor.Get<INotifier>().NotifyAsync([new Notice(member.Account.Id, "lead:1", PlatformFixture.LeadNotice, ["王先生"], "/app/leads/1")], default);
        await words.SayAsync(PlatformTopics.User(member.Account.Id), "notice");

        bell.WaitForAssertion(() => bell.Find(".dot").TextContent.ShouldBe("1"));
        bell.Find("a.notice-line").GetAttribute("href").ShouldBe("/app/leads/1");
        bell.Find("[role=status]").TextContent.ShouldNotBeEmpty();

        await bell.Find("[data-keep-open]").ClickAsync(new());
        await words.SayAsync(PlatformTopics.User(member.Account.Id), "read");
        bell.WaitForAssertion(() => bell.FindAll(".dot").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_bell_that_is_gone_listens_to_nobody()
    {
        var town = await platform.BuildAsync();
        var member = await town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, town.First.Id);
        await using var visitor = await Visitor.OfAsync(platform, member);
        var words = new Words();
        await using (var screen = Screen(visitor, words))
        {
            screen.Render<NotificationBell>();
            words.Listeners.ShouldBe(1);
        }

        words.Listeners.ShouldBe(0);
    }

    private static BunitContext Screen(Visitor visitor, Words words)
    {
        var screen = new BunitContext();
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        screen.Services.AddUi();
        screen.Services.AddSingleton<ILiveBus>(words);
        screen.Services.AddScoped(_ => visitor.Get<MyNotices>());
        screen.Services.AddScoped(_ => visitor.Get<ReadNotices>());
        screen.Services.AddScoped(_ => visitor.Get<NoticeWords>());
        screen.Services.AddScoped(_ => visitor.Get<Kernel.Scopes.CurrentScope>());
        screen.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return screen;
    }

    /// <summary>The live bus within one process.</summary>
    private sealed class Words : ILiveBus
    {
        private readonly Dictionary<object, (string Topic, Func<string, Task> Listener)> _listeners = [];

        public int Listeners => _listeners.Count;

        public IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener)
        {
            var token = new object();
            _listeners[token] = (topic, listener);
            return new End(() => _listeners.Remove(token));
        }

        public IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener) => new End(() => { });

        public void Publish(LiveMessage message)
        {
        }

        public Task SayAsync(string topic, string word) => Task.WhenAll(_listeners.Values.Where(l => l.Topic == topic).ToList().ConvertAll(l => l.Listener(word)));

        private sealed class End(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }
}
