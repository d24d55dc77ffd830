using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>What is kept of an event that was not taken: enough to take it in later, without anything personal.</summary>
internal static class QuarantinePayload
{
    private const int Most = 4_000;
    private const string Nothing = "{}";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(PostedEvent posted)
    {
        try
        {
            var text = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(text, Readable))
            {
                Write(writer, posted);
            }

            return text.WrittenCount <= Most ? Encoding.UTF8.GetString(text.WrittenSpan) : Nothing;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no text that could be written.
            return Nothing;
        }
    }

    private static void Write(Utf8JsonWriter writer, PostedEvent posted)
    {
        if (posted.Source.ValueKind is JsonValueKind.Object)
        {
            WriteFields(writer, posted);
        }
        else
        {
            PersonalData.WriteStruckOut(writer, posted.Source);
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, PostedEvent posted)
    {
        writer.WriteStartObject();
        Write(writer, "id", posted.Id);
        Write(writer, "page", posted.PageId);
        Write(writer, "visitor", posted.VisitorId);
        Write(writer, "session", posted.SessionId);
        if (posted.PageVersion > 0)
        {
            writer.WriteNumber("pageVersion", posted.PageVersion);
        }

        if (posted.At is { } at)
        {
            writer.WriteNumber("at", at);
        }

        foreach (var field in posted.Source.EnumerateObject())
        {
            if (field.Name is not ("id" or "page" or "visitor" or "session" or "pageVersion" or "at" or "events" or "sentAt"))
            {
                writer.WritePropertyName(field.Name is "name" or "v" or "block" or "props" ? field.Name : "unknown");
                PersonalData.WriteStruckOut(writer, field.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Guid? id)
    {
        if (id is { } value)
        {
            writer.WriteString(name, value);
        }
    }
}
