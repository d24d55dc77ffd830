using System.Globalization;

namespace AutoPortal.Platform.Domain;

/// <summary>A place on the map, in millionths of a degree (WGS-84 or GCJ-02, as its source gave it).</summary>
internal readonly record struct Coordinates(long LatitudeMicro, long LongitudeMicro)
{
    private const long Million = 1_000_000;

    // The land of China with its islands; whoever swaps latitude and longitude falls outside.
    private static readonly (long From, long To) Latitudes = (3 * Million, 54 * Million);
    private static readonly (long From, long To) Longitudes = (73 * Million, 136 * Million);

    public bool AreInChina
        => LatitudeMicro >= Latitudes.From && LatitudeMicro <= Latitudes.To && LongitudeMicro >= Longitudes.From && LongitudeMicro <= Longitudes.To;

    /// <summary>Reads "31.2304, 121.4737": latitude first, as maps copy it.</summary>
    public static bool TryRead(string written, out Coordinates coordinates)
    {
        coordinates = default;
        var parts = written.Split([',', '，'], StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !Degrees(parts[0], out var latitude) || !Degrees(parts[1], out var longitude))
        {
            return false;
        }

        coordinates = new(latitude, longitude);
        return coordinates.AreInChina;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LatitudeMicro / (decimal)Million:0.######}, {LongitudeMicro / (decimal)Million:0.######}");

    private static bool Degrees(string written, out long micro)
    {
        micro = 0;
        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) || Math.Abs(degrees) > 180)
        {
            return false;
        }

        micro = (long)Math.Round(degrees * Million, MidpointRounding.AwayFromZero);
        return true;
    }
}
