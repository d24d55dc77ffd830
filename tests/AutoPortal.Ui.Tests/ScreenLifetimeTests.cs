namespace AutoPortal.Ui.Tests;

public sealed class ScreenLifetimeTests
{
    [Fact]
    public void What_arrives_after_the_end_is_cancelled_and_nothing_is_thrown()
    {
        var life = new ScreenLifetime();

        life.Dispose();
        life.Dispose();

        (life.HasEnded, life.Token.IsCancellationRequested).ShouldBe((true, true));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(life.Token);
        linked.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_waits_while_the_screen_goes_is_let_go()
    {
        using var life = new ScreenLifetime();
        var waiting = Task.Delay(Timeout.Infinite, life.Token);

        life.Dispose();

        await Should.ThrowAsync<TaskCanceledException>(waiting);
    }
}
