using System.Text.Json;
using System.Text.Unicode;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>A posted body: one event, an array of events, or <c>{ "sentAt", "page", "pageVersion", "visitor", "session", "events": [ … ] }</c>.</summary>
internal sealed class PostedBatch : IDisposable
{
    private readonly JsonDocument _document;

    private PostedBatch(JsonDocument document) => _document = document;

    public IReadOnlyList<PostedEvent> Events { get; private set; } = [];

    /// <summary>When it was sent, by the browser's clock in milliseconds since 1970; null where it does not say.</summary>
    public long? SentAt { get; private set; }

    /// <returns>Null where the body is no JSON of any of the three shapes.</returns>
    public static PostedBatch? Parse(ReadOnlyMemory<byte> body)
    {
        // Checked before: the reader finds broken bytes inside of texts only when they are asked for.
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            var batch = new PostedBatch(JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 }));
            if (batch.Read())
            {
                return batch;
            }

            batch.Dispose();
        }
        catch (JsonException)
        {
            // Answered like any other body that is none.
        }

        return null;
    }

    public void Dispose() => _document.Dispose();

    private bool Read()
    {
        var root = _document.RootElement;
        if (root.ValueKind is JsonValueKind.Array)
        {
            Events = [.. root.EnumerateArray().Select(e => PostedEvent.Read(e, common: null))];
            return true;
        }

        if (root.ValueKind is not JsonValueKind.Object)
        {
            return false;
        }

        SentAt = root.TryGetProperty("sentAt", out var sentAt) && sentAt.ValueKind is JsonValueKind.Number && sentAt.TryGetInt64(out var at) ? at : null;
        if (!root.TryGetProperty("events", out var events))
        {
            Events = [PostedEvent.Read(root, common: null, isBatch: true)];
            return true;
        }

        if (events.ValueKind is not JsonValueKind.Array)
        {
            return false;
        }

        var common = PostedEvent.Read(root, common: null, isBatch: true);
        Events = [.. events.EnumerateArray().Select(e => PostedEvent.Read(e, common))];
        if (common.Fault is { } fault)
        {
            foreach (var posted in Events)
            {
                posted.Wrong(fault.Reason, fault.Detail);
            }
        }

        return true;
    }
}
