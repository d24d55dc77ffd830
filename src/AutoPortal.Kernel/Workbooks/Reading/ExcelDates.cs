using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Days as Excel counts them.</summary>
internal static class ExcelDates
{
    // Lotus took 1900 for a leap year and Excel kept it: day 60 is a 29 February that never was, and all before it are off by one.
    private const int DayThatNeverWas = 60;
    private const double LastDay = 2_958_466;
    private const int DaysTo1904 = 1_462;
    private static readonly DateTime Day0 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <returns>The cell as a date; null where the number is no day.</returns>
    public static TableCell? Cell(double days, bool starts1904)
    {
        var count = starts1904 ? days + DaysTo1904 : days;
        if (!(count >= 0 && count < LastDay))
        {
            return null;
        }

        var day = Math.Floor(count);
        if (day == DayThatNeverWas)
        {
            return new TableCell(CellKind.Error, "1900-02-29");
        }

        var date = Day0.AddDays(day < DayThatNeverWas ? day + 1 : day).AddMilliseconds(Math.Round((count - day) * TimeSpan.MillisecondsPerDay));
        return Cell(date, isTimeOnly: !starts1904 && count < 1);
    }

    public static TableCell Cell(DateTime date, bool isTimeOnly = false)
        => new(CellKind.Date, date.ToString(Format(date, isTimeOnly), CultureInfo.InvariantCulture), date);

    private static string Format(DateTime date, bool isTimeOnly)
        => isTimeOnly ? "HH:mm:ss" : date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : date.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff";
}
