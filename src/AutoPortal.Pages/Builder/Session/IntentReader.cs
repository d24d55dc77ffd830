using System.Security.Cryptography;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>Turns what the hands did into an operation on the page that the person saw.</summary>
internal sealed class IntentReader(BlockCatalog catalog)
{
    // No block has it: what was meant long ago is not removed without a look at what it has become.
    private const string Outdated = "outdated";

    public Outcome<PageEdit> Read(BuilderIntent intent, PageDocument page, int revision) => intent.Act switch
    {
        "put" => Put(intent, page),
        "paste" => Paste(intent, page),
        "move" => new PlaceBlocks(Places(intent, page)),
        "duplicate" => Duplicate(intent, page),
        "delete" => new TakeBlocks([.. Meant(intent, page).Select(b => new TakeBlock(b.Id, intent.Seen is { } seen && seen != revision ? Outdated : b.Fingerprint()))]),
        _ => PageRefusals.BlockIsUnreadable,
    };

    /// <summary>The blocks that a person should look at after an operation.</summary>
    public static IReadOnlyList<string>? Chosen(PageEdit edit) => edit switch
    {
        PutBlocks put => [.. put.Blocks.Select(b => b.Block.Id)],
        PlaceBlocks place => [.. place.Blocks.Select(b => b.Id)],
        _ => null,
    };

    private Outcome<PageEdit> Put(BuilderIntent intent, PageDocument page)
    {
        if (intent.Kind is null || catalog.Find(intent.Kind) is not { } kind)
        {
            return PageRefusals.BlockIsUnreadable;
        }

        return new PutBlocks([new(intent.Parent ?? PageDocument.RootId, intent.Index, Fresh(kind, Ids(page), 0))]);
    }

    private Outcome<PageEdit> Paste(BuilderIntent intent, PageDocument page)
    {
        if (Clip.Read(intent.Blocks) is not { Count: > 0 } copied)
        {
            return PageRefusals.NothingToPaste;
        }

        var taken = Ids(page);
        var puts = new List<PutBlock>(copied.Count);
        foreach (var block in copied)
        {
            // After what is chosen, or at the end of the nearest block around it that takes such a kind.
            var path = page.Root.PathTo(intent.Ids.Count > 0 ? intent.Ids[0] : PageDocument.RootId);
            var place = (Parent: PageDocument.RootId, Index: page.Blocks.Count);
            for (var i = path.Count - 1; i >= 0; i--)
            {
                if (i > 0 && catalog.MayStandIn(path[i - 1], block))
                {
                    place = (path[i - 1].Id, path[i - 1].Children.FindIndex(c => c.Id == path[i].Id) + 1);
                    break;
                }

                if (catalog.MayStandIn(path[i], block))
                {
                    place = (path[i].Id, path[i].Children.Count);
                    break;
                }
            }

            var before = puts.Count(p => string.Equals(p.ParentId, place.Parent, StringComparison.Ordinal));
            puts.Add(new(place.Parent, place.Index + before, Renamed(block, taken)));
        }

        return new PutBlocks(puts);
    }

    private static Outcome<PageEdit> Duplicate(BuilderIntent intent, PageDocument page)
    {
        var taken = Ids(page);
        var puts = new List<PutBlock>();
        foreach (var block in Meant(intent, page))
        {
            var (parent, index) = page.Root.Locate(block.Id)!.Value;
            var before = puts.Count(p => string.Equals(p.ParentId, parent.Id, StringComparison.Ordinal) && p.Index <= index + 1 + puts.Count);
            puts.Add(new(parent.Id, index + 1 + before, Renamed(block, taken)));
        }

        return new PutBlocks(puts);
    }

    // Each index counts without the moved block, after those before it have moved.
    private static List<PlaceBlock> Places(BuilderIntent intent, PageDocument page)
    {
        var parentId = intent.Parent ?? PageDocument.RootId;
        var there = page.Root.Find(parentId)?.Children.Select(c => c.Id).ToList() ?? [];
        var anchor = there.Skip(Math.Max(0, intent.Index)).FirstOrDefault(id => !intent.Ids.Contains(id, StringComparer.Ordinal));
        var places = new List<PlaceBlock>(intent.Ids.Count);
        foreach (var id in intent.Ids)
        {
            there.Remove(id);
            var index = anchor is null ? there.Count : there.IndexOf(anchor);
            there.Insert(index, id);
            places.Add(new(id, parentId, index));
        }

        return places;
    }

    private PageNode Fresh(BlockKind kind, HashSet<string> taken, int depth)
    {
        var block = (Block)Activator.CreateInstance(kind.BlockType)! with { Id = NewId(kind.Code, taken) };
        var inner = depth >= PageLimits.Depth ? [] : kind.Hints.StartsWith.Select(catalog.Find).OfType<BlockKind>().Select(child => Fresh(child, taken, depth + 1));
        return catalog.Write(block) with { Children = [.. inner] };
    }

    private static PageNode Renamed(PageNode block, HashSet<string> taken)
        => block with { Id = NewId(block.Kind, taken), Children = [.. block.Children.Select(child => Renamed(child, taken))] };

    private static IEnumerable<PageNode> Meant(BuilderIntent intent, PageDocument page) => intent.Ids.Select(page.Root.Find).OfType<PageNode>();

    private static HashSet<string> Ids(PageDocument page) => page.Root.WithDescendants().Select(b => b.Id).ToHashSet(StringComparer.Ordinal);

    // The plain word where it is free: buttons lead to #sign-up by default.
    private static string NewId(string kind, HashSet<string> taken)
    {
        var word = new string([.. kind.Replace('_', '-').Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')]);
        word = word.Length > 50 ? word[..50] : word.Length == 0 ? "block" : word;
        var id = word;
        while (!taken.Add(id))
        {
            id = $"{word}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
        }

        return id;
    }
}
