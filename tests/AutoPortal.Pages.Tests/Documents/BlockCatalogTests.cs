using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Pages.Tests.Documents;

public sealed class BlockCatalogTests
{
    private readonly Remember _log = new();

    [Fact]
    public void An_old_version_is_lifted_step_by_step_and_the_stored_one_is_left_alone()
    {
        var stored = Stored("""{ "kind": "greeting", "version": 1, "id": "a", "text": "您好" }""");

        var block = Catalog().ReadAll([stored], default).Single().Block.ShouldBeOfType<Greeting>();

        block.Words!.ShouldBe(new LocalText("您好", "hello"));
        stored.Settings["text"].GetString().ShouldBe("您好");
    }

    [Fact]
    public void A_block_without_a_version_is_of_the_first()
    {
        var block = Catalog().ReadAll([Stored("""{ "kind": "greeting", "id": "a", "text": "您好" }""")], default).Single().Block;

        block.ShouldBeOfType<Greeting>().Words!.Zh.ShouldBe("您好");
    }

    [Theory]
    [InlineData("""{ "kind": "nobody_knows_it", "version": 1, "id": "a" }""", "nobody_knows_it")]
    [InlineData("""{ "kind": "greeting", "version": 9, "id": "a" }""", "9")]
    [InlineData("""{ "kind": "greeting", "version": 3, "id": "a", "words": 17 }""", "greeting")]
    public void What_cannot_be_read_is_left_out_with_a_log_line_and_the_rest_stays(string stored, string named)
    {
        var drawn = Catalog().ReadAll([Stored(stored), Stored("""{ "kind": "greeting", "version": 3, "id": "b" }""")], default);

        drawn.Single().Block.Id.ShouldBe("b");
        _log.Lines.Single().ShouldContain(named);
    }

    [Fact]
    public void Every_generic_kind_survives_writing_and_reading_with_its_defaults()
    {
        var catalog = Catalog();
        foreach (var kind in catalog.Kinds)
        {
            var block = (Block)Activator.CreateInstance(kind.BlockType)! with { Id = "x" };

            var written = catalog.Write(block);

            written.Kind.ShouldBe(kind.Code);
            written.Version.ShouldBe(kind.Version);
            catalog.Write(catalog.ReadAll([written], default).Single().Block).Fingerprint().ShouldBe(written.Fingerprint(), kind.Code);
        }
    }

    [Fact]
    public void A_kind_whose_old_versions_cannot_all_be_lifted_is_refused_at_start()
    {
        var services = new ServiceCollection();

        Should.Throw<ArgumentException>(() => services.AddBlock<Greeting, GreetingView>("greeting", 3, new BlockLift(1, _ => { })));
    }

    private BlockCatalog Catalog()
    {
        var services = new ServiceCollection().AddGenericBlocks();
        services.AddBlock<Greeting, GreetingView>(
            "greeting",
            3,
            new BlockLift(2, json => json["words"] = new JsonObject { ["zh"] = json["zh"]!.GetValue<string>(), ["en"] = "hello" }),
            new BlockLift(1, json => json["zh"] = json["text"]!.GetValue<string>()));
        return new BlockCatalog(services.BuildServiceProvider().GetServices<BlockKind>(), _log);
    }

    private static PageNode Stored(string json) => JsonSerializer.Deserialize<PageNode>(json)!;

    private sealed record Greeting : Block
    {
        public LocalText? Words { get; init; }
    }

    private sealed class GreetingView : BlockComponent<Greeting>;

    private sealed class Remember : ILogger<BlockCatalog>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add(formatter(state, exception));
    }
}
