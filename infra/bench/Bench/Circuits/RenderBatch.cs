using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Bench.Circuits;

/// <summary>An element that was drawn anew.</summary>
/// <param name="Name">Such as <c>button</c>.</param>
/// <param name="Attributes">Text attributes.</param>
/// <param name="Click">Number of its click handler, or 0.</param>
/// <param name="From">Its place among the batch's frames.</param>
/// <param name="To">The place behind its last descendant.</param>
internal sealed record DrawnElement(string Name, IReadOnlyDictionary<string, string> Attributes, long Click, int From, int To);

/// <summary>Looks into a render batch as far as a driver needs it: which elements came, with which handlers, and which texts.</summary>
/// <remarks>Layout: Blazor's RenderBatchWriter. Five offsets end the batch; a frame is 20 bytes; texts are an indexed table.</remarks>
internal sealed class RenderBatch(ReadOnlyMemory<byte> data)
{
    private const int FrameBytes = 20;
    private const int ElementFrame = 1;
    private const int TextFrame = 2;
    private const int AttributeFrame = 3;

    private int FrameCount => Int(FramesAt);

    private int FramesAt => Int(data.Length - 16);

    private int TextsAt => Int(data.Length - 4);

    /// <summary>Whether any element of that name came.</summary>
    public bool HasElement(string name)
    {
        for (var place = 0; place < FrameCount; place++)
        {
            if (Field(place, 0) == ElementFrame && Text(Field(place, 2)) == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Elements in the order of the document.</summary>
    public List<DrawnElement> Elements()
    {
        var found = new List<DrawnElement>();
        for (var place = 0; place < FrameCount; place++)
        {
            if (Field(place, 0) == ElementFrame)
            {
                found.Add(Element(place));
            }
        }

        return found;
    }

    /// <summary>All texts of the batch: names, values and words alike.</summary>
    public IEnumerable<string> Texts()
    {
        for (var index = 0; index < (data.Length - 20 - TextsAt) / 4; index++)
        {
            yield return Text(index) ?? "";
        }
    }

    /// <summary>Words of an element, in order.</summary>
    public IEnumerable<string> WordsOf(DrawnElement element)
        => Enumerable.Range(element.From, element.To - element.From).Where(place => Field(place, 0) == TextFrame).Select(place => Text(Field(place, 1)) ?? "");

    private DrawnElement Element(int at)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        long click = 0;
        for (var place = at + 1; place < FrameCount && Field(place, 0) == AttributeFrame; place++)
        {
            var name = Text(Field(place, 1)) ?? "";
            var handler = BinaryPrimitives.ReadInt64LittleEndian(Span(FramesAt + 4 + (place * FrameBytes) + 12, 8));
            if (name == "onclick" && handler > 0)
            {
                click = handler;
            }
            else
            {
                attributes[name] = Text(Field(place, 2)) ?? "";
            }
        }

        return new(Text(Field(at, 2)) ?? "", attributes, click, at, at + Field(at, 1));
    }

    private int Field(int frame, int field) => Int(FramesAt + 4 + (frame * FrameBytes) + (field * 4));

    private string? Text(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var at = Int(TextsAt + (index * 4));
        int length = 0, shift = 0;
        byte part;
        do
        {
            part = data.Span[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);

        return Encoding.UTF8.GetString(Span(at, length));
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(Span(at, 4));

    private ReadOnlySpan<byte> Span(int at, int length) => data.Span.Slice(at, length);
}
