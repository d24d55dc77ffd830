namespace AutoPortal.Kernel.Workbooks;

/// <summary>Columns as Excel names them.</summary>
public static class ColumnLetters
{
    /// <summary>The last column a sheet can have is XFD.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Of(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + (rest - 1) % 26);
        }

        return letters[at..].ToString();
    }

    /// <summary>Reads a cell's address such as <c>BC12</c>.</summary>
    /// <returns>Column from 0 and row from 1; a part that is missing or beyond any sheet is -1.</returns>
    internal static (int Column, int Row) Parse(ReadOnlySpan<byte> address)
    {
        var column = 0;
        var at = 0;
        for (; at < address.Length && (address[at] | 0x20) is >= 'a' and <= 'z'; at++)
        {
            column = column > MaxColumns ? column : column * 26 + (address[at] | 0x20) - 'a' + 1;
        }

        return (column is 0 or > MaxColumns ? -1 : column - 1, Number(address[at..]));
    }

    /// <returns>The number, or -1 where there is none or it has more than seven digits.</returns>
    internal static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9' || digits.Length > 7)
            {
                return -1;
            }

            number = number * 10 + digit - '0';
        }

        return digits.IsEmpty ? -1 : number;
    }
}
