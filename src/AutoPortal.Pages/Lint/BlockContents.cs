using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Lint;

/// <summary>What a block holds that a reader sees or follows, whatever its kind: found by the types of its settings.</summary>
/// <param name="Words">Everything written, in both languages.</param>
/// <param name="Links">Addresses, as they were written.</param>
/// <param name="Pictures">Pictures.</param>
public sealed record BlockContents(IReadOnlyList<LocalText> Words, IReadOnlyList<string> Links, IReadOnlyList<BlockPicture> Pictures)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The contents of one block, without what stands inside it.</summary>
    public static BlockContents Of(Block block)
    {
        var contents = new BlockContents(new List<LocalText>(), new List<string>(), new List<BlockPicture>());
        contents.Visit(block);
        return contents;
    }

    private void Visit(object? value, PropertyInfo? from = null)
    {
        switch (value)
        {
            case null:
                break;
            case LocalText { IsEmpty: false } words:
                ((List<LocalText>)Words).Add(words);
                break;
            case RichText rich:
                Visit(rich);
                break;
            case BlockPicture picture:
                ((List<BlockPicture>)Pictures).Add(picture);
                break;
            case string word when from is not null && IsLink(from):
                ((List<string>)Links).Add(word);
                break;
            case IEnumerable many and not string:
                foreach (var one in many)
                {
                    Visit(one, from);
                }

                break;
            default:
                if (value.GetType() is { IsClass: true, IsPrimitive: false } type && type != typeof(string))
                {
                    VisitRecord(value, type);
                }

                break;
        }
    }

    private void VisitRecord(object value, Type type)
    {
        foreach (var property in Properties.GetOrAdd(type, t => [.. t.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")]))
        {
            Visit(property.GetValue(value), property);
        }
    }

    private void Visit(RichText rich)
    {
        foreach (var run in rich.Parts.SelectMany(p => p.Runs.Concat(p.Items.SelectMany(i => i))))
        {
            ((List<LocalText>)Words).Add(run.Text);
            if (run.Href is { Length: > 0 } href)
            {
                ((List<string>)Links).Add(href);
            }
        }
    }

    private static bool IsLink(PropertyInfo property)
        => property.IsDefined(typeof(LinkAttribute)) || property.Name.EndsWith("Href", StringComparison.Ordinal);
}
