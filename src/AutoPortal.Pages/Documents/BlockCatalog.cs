using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AutoPortal.Pages.Contracts;
using Microsoft.Extensions.Logging;

namespace AutoPortal.Pages.Documents;

/// <summary>All registered kinds; reads stored blocks, lifting old versions, and writes present ones.</summary>
internal sealed partial class BlockCatalog(IEnumerable<BlockKind> kinds, ILogger<BlockCatalog> log)
{
    /// <summary>How settings stand in JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Dictionary<string, BlockKind> _byCode = kinds.ToDictionary(k => k.Code, StringComparer.Ordinal);
    private readonly Dictionary<Type, BlockKind> _byType = kinds.ToDictionary(k => k.BlockType);

    public IReadOnlyCollection<BlockKind> Kinds => _byCode.Values;

    /// <summary>The kind of that code, or null where no module registers it.</summary>
    public BlockKind? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The kind of a block.</summary>
    public BlockKind Of(Block block) => _byType[block.GetType()];

    /// <summary>Reads what can be read; what cannot is left out with a log line, so that one block never takes a page down.</summary>
    public IReadOnlyList<DrawnBlock> ReadAll(IEnumerable<PageNode> stored, Guid pageId)
    {
        var drawn = new List<DrawnBlock>();
        foreach (var block in stored)
        {
            if (TryRead(block, pageId, out var one))
            {
                drawn.Add(one);
            }
        }

        return drawn;
    }

    /// <summary>A block as it is stored, without anything inside it.</summary>
    public PageNode Write(Block block)
    {
        var kind = Of(block);
        var settings = JsonSerializer.SerializeToElement(block, kind.BlockType, Json);
        return new PageNode
        {
            Id = block.Id,
            Kind = kind.Code,
            Version = kind.Version,
            Settings = PageNodeConverter.Fields(settings, name => name is not "id"),
        };
    }

    /// <summary>Whether a block may stand there. A kind that nobody knows may stay anywhere: it was put there by a build that knew it.</summary>
    public bool MayStandIn(PageNode parent, PageNode child)
    {
        var childHints = Find(child.Kind)?.Hints;
        if (string.Equals(parent.Id, PageDocument.RootId, StringComparison.Ordinal))
        {
            return childHints is null or { OnlyIn.Count: 0 };
        }

        if (Find(parent.Kind)?.Hints is not { } hints)
        {
            return childHints is null;
        }

        return hints.IsContainer
            && childHints is not { OnlyOnPage: true }
            && (hints.OnlyChildren.Count == 0 || hints.OnlyChildren.Contains(child.Kind, StringComparer.Ordinal))
            && (childHints is null or { OnlyIn.Count: 0 } || childHints.OnlyIn.Contains(parent.Kind, StringComparer.Ordinal));
    }

    /// <summary>One block's settings in the present version, with what stands inside it; null with a log line where it cannot be read.</summary>
    public DrawnBlock? Read(PageNode stored, Guid pageId) => TryRead(stored, pageId, out var drawn) ? drawn : null;

    private bool TryRead(PageNode stored, Guid pageId, [NotNullWhen(true)] out DrawnBlock? drawn)
    {
        drawn = null;
        if (!_byCode.TryGetValue(stored.Kind, out var kind))
        {
            UnknownKind(stored.Kind, pageId);
            return false;
        }

        if (stored.Version > kind.Version)
        {
            NewerVersion(stored.Kind, stored.Version, kind.Version, pageId);
            return false;
        }

        try
        {
            var block = (Block)(stored.Version == kind.Version ? Present(stored, kind) : Lifted(stored, kind).Deserialize(kind.BlockType, Json))!;
            drawn = new DrawnBlock(kind, block with { Id = stored.Id }, ReadAll(stored.Children, pageId));
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            Unreadable(fault, stored.Kind, pageId);
            return false;
        }
    }

    // Nearly every block is of the present version: its settings are read from the bytes, without a tree in between.
    private static object? Present(PageNode stored, BlockKind kind)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            PageNodeConverter.WriteFields(writer, stored.Settings);
            writer.WriteEndObject();
        }

        return JsonSerializer.Deserialize(bytes.WrittenSpan, kind.BlockType, Json);
    }

    private static JsonObject Lifted(PageNode stored, BlockKind kind)
    {
        var settings = new JsonObject();
        foreach (var (name, value) in stored.Settings)
        {
            settings[name] = JsonSerializer.SerializeToNode(value);
        }

        foreach (var lift in kind.Lifts.Where(l => l.From >= stored.Version).OrderBy(l => l.From))
        {
            lift.Apply(settings);
        }

        return settings;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} has a block of kind {Kind}, which no module registers; it is not shown")]
    private partial void UnknownKind(string kind, Guid pageId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} has a block {Kind} of version {Version}, this build knows {Known}; it is not shown")]
    private partial void NewerVersion(string kind, int version, int known, Guid pageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page {PageId} has a block {Kind} that cannot be read; it is not shown")]
    private partial void Unreadable(Exception fault, string kind, Guid pageId);
}
