using System.Globalization;
using System.Text.Json;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Tests.SampleShop;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Tests.Messaging;

public sealed class ListenerTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_word_is_heard_in_the_language_of_whoever_listens()
    {
        var listener = sample.Services.GetRequiredService<Listener>();
        await listener.StartAsync(default);
        var tenant = Ids.New(TimeProvider.System);
        var english = Hear(listener, tenant, "en");
        var chinese = Hear(listener, tenant, "zh-CN");
        using var waiting = new CancellationTokenSource(Patience);
        while (!listener.IsListening)
        {
            await Task.Delay(20, waiting.Token);
        }

        var word = JsonSerializer.Serialize(new LiveMessage(tenant, "topic", "word"));
        await sample.Database.RunAsAdministratorAsync($"select pg_notify('{Notifier.LiveChannel}', '{word}')");

        (await english.WaitAsync(waiting.Token)).ShouldBe("en en");
        (await chinese.WaitAsync(waiting.Token)).ShouldBe("zh-CN zh-CN");
        await listener.StopAsync(default);
    }

    private static Task<string> Hear(Listener listener, Guid tenant, string language)
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        listener.Subscribe(tenant, "topic", _ =>
        {
            heard.TrySetResult($"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name}");
            return Task.CompletedTask;
        });
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        return heard.Task;
    }
}
