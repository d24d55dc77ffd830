using System.Buffers.Binary;
using System.Globalization;

namespace AutoPortal.Activities.Domain;

/// <summary>What a person reads out at the door: eight signs without look-alikes, from the random end of the sign-up's id.</summary>
internal static class SignUpNumber
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Such as <c>7K3M-9QXT</c>.</summary>
    public static string Of(Guid signUpId)
    {
        Span<byte> id = stackalloc byte[16];
        signUpId.TryWriteBytes(id);
        var rest = BitConverter.ToUInt64(id[8..]) >> 24;
        Span<char> number = stackalloc char[9];
        for (var i = 8; i >= 0; i--)
        {
            if (i == 4)
            {
                number[i] = '-';
                continue;
            }

            number[i] = Signs[(int)(rest & 31)];
            rest >>= 5;
        }

        return new string(number);
    }

    /// <summary>The last ten hex digits of ids that have this number, as they stand in an id's text; null where it is no number.</summary>
    /// <param name="signs">Eight signs without the dash.</param>
    public static string? EndOfId(ReadOnlySpan<char> signs)
    {
        ulong rest = 0;
        foreach (var sign in signs)
        {
            var value = Signs.IndexOf(sign, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            rest = (rest << 5) | (uint)value;
        }

        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(end, rest);
        return signs.Length == 8 ? Convert.ToHexStringLower(end[..5]) : null;
    }

    /// <summary>Five more signs without look-alikes, made of the first digits of a hash.</summary>
    public static string MarkOf(string hex)
    {
        var rest = uint.Parse(hex.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 7;
        return string.Create(5, rest, static (mark, value) =>
        {
            for (var i = 4; i >= 0; i--, value >>= 5)
            {
                mark[i] = Signs[(int)(value & 31)];
            }
        });
    }
}
