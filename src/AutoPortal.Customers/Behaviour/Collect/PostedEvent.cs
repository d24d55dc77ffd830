using System.Text.Json;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>An event as it was posted, with what its batch says about all of its events; not yet held against any schema.</summary>
internal sealed record PostedEvent
{
    public JsonElement Source { get; private set; }

    public Guid? Id { get; private set; }

    public string Name { get; private set; } = "";

    public short Version { get; private set; } = 1;

    /// <summary>Milliseconds since 1970 by the browser's clock.</summary>
    public long? At { get; private set; }

    public Guid? PageId { get; private set; }

    public int PageVersion { get; private set; }

    public string Block { get; private set; } = "";

    public Guid? VisitorId { get; private set; }

    public Guid? SessionId { get; private set; }

    public JsonElement? Properties { get; private set; }

    /// <summary>What was found wrong first, or null.</summary>
    public EventFault? Fault { get; private set; }

    /// <summary>Reads one object; whatever stands in it.</summary>
    /// <param name="source">Any JSON.</param>
    /// <param name="common">What the batch says, or null.</param>
    /// <param name="isBatch">Whether it is the whole body, which may say when it was sent.</param>
    public static PostedEvent Read(JsonElement source, PostedEvent? common, bool isBatch = false)
    {
        var posted = (common ?? new PostedEvent()) with { Source = source, Fault = null };
        if (source.ValueKind is not JsonValueKind.Object)
        {
            posted.Wrong(EventFault.Unreadable, "");
            return posted;
        }

        try
        {
            foreach (var field in source.EnumerateObject())
            {
                posted.Take(field, isBatch);
            }
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair is valid JSON and no text.
            posted.Wrong(EventFault.Unreadable, "");
        }

        return posted;
    }

    public void Wrong(string reason, string detail) => Fault ??= new(reason, detail);

    private void Take(JsonProperty field, bool isBatch)
    {
        var value = field.Value;
        var isFit = field.Name switch
        {
            "id" => Guid(value, out var id) && (Id = id) is not null,
            "name" => Text(value, 40) is { } name && (Name = name) is not null,
            "v" => value.ValueKind is JsonValueKind.Number && value.TryGetInt16(out var version) && (Version = version) > 0,
            "at" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var at) && (At = at) > 0,
            "page" => Guid(value, out var page) && (PageId = page) is not null,
            "pageVersion" => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && (PageVersion = number) > 0,
            "block" => Text(value, 64) is { } block && (Block = block) is not null,
            "visitor" => value.ValueKind is JsonValueKind.Null || (Guid(value, out var visitor) && (VisitorId = visitor) is not null),
            "session" => value.ValueKind is JsonValueKind.Null || (Guid(value, out var session) && (SessionId = session) is not null),
            "props" => value.ValueKind is JsonValueKind.Object && (Properties = value) is not null,
            "sentAt" or "events" => isBatch,
            _ => false,
        };
        if (!isFit)
        {
            Wrong(IsKnown(field.Name) ? EventFault.WrongValue : EventFault.UndeclaredField, field.Name);
        }
    }

    private static bool IsKnown(string name)
        => name is "id" or "name" or "v" or "at" or "page" or "pageVersion" or "block" or "visitor" or "session" or "props";

    private static bool Guid(JsonElement value, out Guid id)
    {
        id = default;
        return value.ValueKind is JsonValueKind.String && value.TryGetGuid(out id) && id != System.Guid.Empty;
    }

    private static string? Text(JsonElement value, int most)
        => value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.Length <= most && !text.Any(char.IsControl) ? text : null;
}

/// <summary>Why an event was not taken.</summary>
/// <param name="Reason">Stored word.</param>
/// <param name="Detail">Which field; empty for the whole.</param>
internal sealed record EventFault(string Reason, string Detail)
{
    public const string UndeclaredEvent = "undeclared_event";
    public const string UndeclaredField = "undeclared_field";
    public const string WrongValue = "wrong_value";
    public const string UnknownPage = "unknown_page";
    public const string UnknownBlock = "unknown_block";
    public const string ClockIsOff = "clock_is_off";
    public const string Personal = "personal";
    public const string Unreadable = "unreadable";

    public static readonly string[] All = [UndeclaredEvent, UndeclaredField, WrongValue, UnknownPage, UnknownBlock, ClockIsOff, Personal, Unreadable];
}
