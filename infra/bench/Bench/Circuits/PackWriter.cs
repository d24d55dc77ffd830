using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Bench.Circuits;

/// <summary>Writes the MessagePack that Blazor's hub protocol uses, each message behind its length.</summary>
internal static class PackWriter
{
    /// <param name="message">Arrays, strings, integers, booleans, bytes, null; an empty dictionary for the headers.</param>
    public static byte[] Frame(params object?[] message)
    {
        var body = new ArrayBufferWriter<byte>(256);
        Write(body, message);
        var frame = new ArrayBufferWriter<byte>(body.WrittenCount + 5);
        for (var length = (uint)body.WrittenCount; ; length >>= 7)
        {
            Byte(frame, (byte)(length > 0x7f ? (length & 0x7f) | 0x80 : length));
            if (length <= 0x7f)
            {
                break;
            }
        }

        frame.Write(body.WrittenSpan);
        return frame.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> to, object? value)
    {
        switch (value)
        {
            case null:
                Byte(to, 0xc0);
                break;
            case bool yes:
                Byte(to, yes ? (byte)0xc3 : (byte)0xc2);
                break;
            case int or long:
                Integer(to, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case string text:
                Text(to, text);
                break;
            case object?[] items:
                Byte(to, 0xdc);
                BinaryPrimitives.WriteUInt16BigEndian(Span(to, 2), (ushort)items.Length);
                Array.ForEach(items, item => Write(to, item));
                break;
            case IReadOnlyDictionary<string, string> { Count: 0 }:
                Byte(to, 0x80);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} is not written.");
        }
    }

    private static void Integer(ArrayBufferWriter<byte> to, long value)
    {
        if (value is >= 0 and <= 0x7f)
        {
            Byte(to, (byte)value);
            return;
        }

        Byte(to, 0xd3);
        BinaryPrimitives.WriteInt64BigEndian(Span(to, 8), value);
    }

    private static void Text(ArrayBufferWriter<byte> to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Byte(to, 0xdb);
        BinaryPrimitives.WriteUInt32BigEndian(Span(to, 4), (uint)bytes.Length);
        to.Write(bytes);
    }

    private static void Byte(ArrayBufferWriter<byte> to, byte value) => Span(to, 1)[0] = value;

    private static Span<byte> Span(ArrayBufferWriter<byte> to, int length)
    {
        var span = to.GetSpan(length)[..length];
        to.Advance(length);
        return span;
    }
}
