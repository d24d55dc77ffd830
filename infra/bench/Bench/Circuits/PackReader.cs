using System.Buffers.Binary;
using System.Text;

namespace AutoPortal.Bench.Circuits;

/// <summary>Reads what a Blazor server sends: frames of one array each.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>The messages of one WebSocket message.</summary>
    public static List<object?[]> Frames(ReadOnlySpan<byte> data)
    {
        var found = new List<object?[]>();
        while (data.Length > 0)
        {
            int length = 0, shift = 0, place = 0;
            byte part;
            do
            {
                part = data[place++];
                length |= (part & 0x7f) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);

            found.Add((object?[])new PackReader(data.Slice(place, length)).Read()!);
            data = data[(place + length)..];
        }

        return found;
    }

    /// <summary>long, double, bool, string, byte[], object?[] or null; a map comes as its keys and values in turn.</summary>
    public object? Read()
    {
        var code = Take(1)[0];
        return code switch
        {
            <= 0x7f => (long)code,
            >= 0xe0 => (long)(sbyte)code,
            <= 0x8f => Items((code & 0x0f) * 2),
            <= 0x9f => Items(code & 0x0f),
            <= 0xbf => Text(code & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Take(Take(1)[0]).ToArray(),
            0xc5 => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2))).ToArray(),
            0xc6 => Take((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))).ToArray(),
            0xca => (double)BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            0xcc => (long)Take(1)[0],
            0xcd => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => (long)BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
            0xd0 => (long)(sbyte)Take(1)[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd9 => Text(Take(1)[0]),
            0xda => Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xdb => Text((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
            0xdc => Items(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xde => Items(BinaryPrimitives.ReadUInt16BigEndian(Take(2)) * 2),
            _ => throw new BenchException($"The server sent an unknown kind 0x{code:x2}."),
        };
    }

    private object?[] Items(int count)
    {
        var items = new object?[count];
        for (var place = 0; place < count; place++)
        {
            items[place] = Read();
        }

        return items;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
