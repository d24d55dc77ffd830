using System.Globalization;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Traffic;

/// <summary>Where bars of a small drawing stand; the look is the style sheet's.</summary>
internal static class Plot
{
    public const int Width = 600;
    public const int Height = 96;
    private const double Gap = 3;

    /// <summary>A bar for each day on a zero base; days without a view have none.</summary>
    public static IEnumerable<Bar> Bars(IReadOnlyList<DayTraffic> days)
    {
        var most = Math.Max(1, days.Max(d => d.Views));
        var step = (double)Width / days.Count;
        return days.Select((day, place) =>
        {
            var height = Height * (double)day.Views / most;
            return new Bar(Number((place * step) + (Gap / 2)), Number(Height - height), Number(step - Gap), Number(height), string.Create(CultureInfo.InvariantCulture, $"{day.On:yyyy-MM-dd} · {day.Views}"));
        });
    }

    /// <summary>A share as length out of a hundred.</summary>
    public static string Percent(double? share) => Number(100 * (share ?? 0));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>One bar, in numbers as SVG reads them.</summary>
internal sealed record Bar(string X, string Y, string Width, string Height, string Title);
