using System.Globalization;
using AutoPortal.Kernel.Time;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Exports;

/// <summary>Values of export rows as cells: moments in Shanghai time, everything else as it is.</summary>
public static class ExportCells
{
    /// <summary>Writes a value as the next cell.</summary>
    /// <exception cref="ArgumentException">It is of no kind that a cell can hold.</exception>
    public static void Write(ITableWriter table, object? value)
    {
        switch (value)
        {
            case null:
                table.Write((string?)null);
                break;
            case string text:
                table.Write(text);
                break;
            case int number:
                table.Write((long)number);
                break;
            case long number:
                table.Write(number);
                break;
            case decimal number:
                table.Write(number);
                break;
            case DateOnly day:
                table.Write(day);
                break;
            case DateTimeOffset at:
                table.Write(ShanghaiTime.Of(at).DateTime);
                break;
            case bool flag:
                table.Write(flag);
                break;
            default:
                throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>The value as an import reads it from the cell again.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
