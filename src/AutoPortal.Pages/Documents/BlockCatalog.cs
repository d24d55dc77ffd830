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
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Dictionary<string, BlockKind> _byCode = kinds.ToDictionary(k => k.Code, StringComparer.Ordinal);
    private readonly Dictionary<Type, BlockKind> _byType = kinds.ToDictionary(k => k.BlockType);

    public IReadOnlyCollection<BlockKind> Kinds => _byCode.Values;

    /// <summary>Reads what can be read; what cannot is left out with a log line, so that one block never takes a page down.</summary>
    public IReadOnlyList<DrawnBlock> ReadAll(IEnumerable<JsonObject> stored, Guid pageId)
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

    public JsonObject Write(Block block)
    {
        var kind = _byType[block.GetType()];
        var written = new JsonObject { ["kind"] = kind.Code, ["version"] = kind.Version, ["id"] = block.Id };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(block, kind.BlockType, Json)!.AsObject().ToList())
        {
            written[name] = value?.DeepClone();
        }

        return written;
    }

    private bool TryRead(JsonObject stored, Guid pageId, [NotNullWhen(true)] out DrawnBlock? drawn)
    {
        drawn = null;
        var code = stored["kind"]?.ToString() ?? "";
        if (!_byCode.TryGetValue(code, out var kind))
        {
            UnknownKind(code, pageId);
            return false;
        }

        var version = stored["version"] is JsonValue number && number.TryGetValue<int>(out var n) ? n : 1;
        if (version > kind.Version)
        {
            NewerVersion(code, version, kind.Version, pageId);
            return false;
        }

        try
        {
            drawn = new DrawnBlock(kind, (Block)Lift(stored, kind, version).Deserialize(kind.BlockType, Json)!);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            Unreadable(fault, code, pageId);
            return false;
        }
    }

    private static JsonObject Lift(JsonObject stored, BlockKind kind, int version)
    {
        if (version == kind.Version)
        {
            return stored;
        }

        var lifted = stored.DeepClone().AsObject();
        foreach (var lift in kind.Lifts.Where(l => l.From >= version).OrderBy(l => l.From))
        {
            lift.Apply(lifted);
        }

        return lifted;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} has a block of kind {Kind}, which no module registers; it is not shown")]
    private partial void UnknownKind(string kind, Guid pageId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {PageId} has a block {Kind} of version {Version}, this build knows {Known}; it is not shown")]
    private partial void NewerVersion(string kind, int version, int known, Guid pageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Page {PageId} has a block {Kind} that cannot be read; it is not shown")]
    private partial void Unreadable(Exception fault, string kind, Guid pageId);
}

/// <summary>A block together with what draws it.</summary>
public sealed record DrawnBlock(BlockKind Kind, Block Block);
