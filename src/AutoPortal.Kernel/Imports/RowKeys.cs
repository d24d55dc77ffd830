using System.Security.Cryptography;
using System.Text;

namespace AutoPortal.Kernel.Imports;

/// <summary>Gives each row of one file its key: a hash of what it says, of which exported row it was, and how often it said so before.</summary>
public sealed class RowKeys
{
    private readonly Dictionary<UInt128, int> _seen = [];

    /// <summary>The key of the next row.</summary>
    /// <param name="values">Normalised text by field code; the order does not matter.</param>
    /// <param name="stamp">Of a row that was exported here: two people whose masked cells look alike are not one row, and neither are two versions of one.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public string Next(IReadOnlyDictionary<string, string> values, RowStamp? stamp = null)
    {
        var text = new StringBuilder();
        foreach (var (field, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            text.Append(field).Append('\u001f').Append(value).Append('\u001e');
        }

        if (stamp is not null)
        {
            text.Append('\u001d').Append(stamp.RootId).Append('\u001f').Append(stamp.Version);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        var place = BitConverter.ToUInt128(hash);
        var occurrence = _seen[place] = _seen.GetValueOrDefault(place) + 1;
        BitConverter.TryWriteBytes(hash[28..], BitConverter.ToInt32(hash[28..]) ^ occurrence);
        return Convert.ToHexStringLower(hash);
    }
}
