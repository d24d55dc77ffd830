using System.Text.Encodings.Web;
using System.Text.Unicode;
using AutoPortal.Pages.Blocks;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Public;
using AutoPortal.Pages.Templates;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoPortal.Benchmarks;

/// <summary>From a stored page document to HTML, without database and HTTP: the inner part of P3.</summary>
public class PageBenchmarks
{
    private readonly string _document = TemplateCatalog.Fill("test_drive", new Dictionary<string, LocalText>(StringComparer.Ordinal))!;
    private ServiceProvider _services = null!;
    private BlockCatalog _catalog = null!;
    private IReadOnlyList<DrawnBlock> _blocks = [];

    [GlobalSetup]
    public void Build_services()
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(TimeProvider.System);
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddGenericBlocks();
        _services = services.BuildServiceProvider();
        _catalog = new BlockCatalog(_services.GetServices<BlockKind>(), NullLogger<BlockCatalog>.Instance);
        _blocks = Read_document();
    }

    [GlobalCleanup]
    public void Let_go() => _services.Dispose();

    [Benchmark]
    public IReadOnlyList<DrawnBlock> Read_document() => _catalog.ReadAll(PageDocument.Parse(_document).Blocks, Guid.Empty);

    [Benchmark]
    public async Task<int> Draw_blocks()
    {
        await using var scope = _services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var drawn = await renderer.RenderComponentAsync<PageBody>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(PageBody.Context)] = Context,
                [nameof(PageBody.Blocks)] = _blocks,
            }));
            return drawn.ToHtmlString().Length;
        });
    }

    private static readonly BlockContext Context = new()
    {
        TenantId = Guid.Empty,
        TenantIdentifier = "chenxing",
        TenantName = "晨星汽车",
        PageId = Guid.Empty,
        PathKind = "a",
        Slug = "autumn-test-drive",
    };
}
