using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Documents;
using AutoPortal.Pages.Library;
using AutoPortal.Ui;
using AutoPortal.Ui.Looks;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Pages.Versions;

/// <summary>Two versions of a page beside each other, as a phone shows them, with what changed from the one to the other.</summary>
public sealed partial class ComparePage
{
    private const int MostShown = 100;
    private readonly ScreenLifetime _leaving = new();
    private PageRow? _page;
    private PageDifference? _difference;
    private bool _looked;

    /// <summary>The page.</summary>
    [Parameter] public Guid PageId { get; set; }

    /// <summary>The earlier version; 0 stands for the draft.</summary>
    [SupplyParameterFromQuery(Name = "from")] public int FromVersion { get; set; }

    /// <summary>The later version; 0 stands for the draft.</summary>
    [SupplyParameterFromQuery(Name = "to")] public int ToVersion { get; set; }

    [Inject] private PageQueries Pages { get; set; } = null!;

    [Inject] private VersionQueries Versions { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private BlockWords Words { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _page = await Pages.FindAsync(PageId, _leaving.Token);
        if (_page is null)
        {
            Navigation.NotFound();
        }
        else if (RendererInfo.IsInteractive)
        {
            _difference = await Versions.CompareAsync(PageId, FromVersion, ToVersion, _leaving.Token);
        }

        _looked = RendererInfo.IsInteractive;
    }

    private static Tone ToneOf(BlockChange change) => change switch
    {
        BlockChange.Added => Tone.Good,
        BlockChange.Removed => Tone.Bad,
        BlockChange.Changed => Tone.Warning,
        _ => Tone.Note,
    };

    private string NameOf(int version) => version == 0 ? Text["compare.draft"] : Text["history.version", version];

    private string KindName(string kind) => kind == PageDocument.RootId ? Text["compare.page"] : Words.Kind(kind);
}
