using System.Globalization;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Dealers;

/// <summary>A row's cells as a dealer's description and trade, with every cell that could not be read.</summary>
internal sealed record DealerRow(DealerDescription Description, DealerTrade Trade, bool AcceptsLeads, IReadOnlyList<RowIssue> Issues)
{
    private static readonly string[] Required = [DealerCells.CodeField, DealerCells.Name, DealerCells.City, DealerCells.Kind];

    /// <summary>What a new dealer cannot do without.</summary>
    public static IEnumerable<RowIssue> Missing(ImportRow row) => Required.Where(f => row[f].Length == 0).Select(f => new RowIssue(f, "missing_field"));

    public static DealerRow Read(IReadOnlyDictionary<string, string> cells, DealerDictionaries words)
    {
        var reader = new Reader(cells);
        var city = ShortPlace(reader.Text(DealerCells.City));
        var description = new DealerDescription(
            reader.Text(DealerCells.Name),
            reader.One(DealerCells.Kind, words.Kinds) ?? DealerKind.FourS,
            reader.Text(DealerCells.Province) is { Length: > 0 } province ? ShortPlace(province) : city,
            city,
            reader.Text(DealerCells.District),
            reader.Text(DealerCells.Address),
            reader.Text(DealerCells.Hotline),
            reader.Text(DealerCells.Contact),
            reader.Position());
        var trade = new DealerTrade(
            reader.Text(DealerCells.OpenDays) is { Length: > 0 } days ? days : OpeningDays.All,
            reader.Time(DealerCells.OpensAt, new(9, 0)),
            reader.Time(DealerCells.ClosesAt, new(18, 0)),
            reader.Many(DealerCells.Channels, words.Channels),
            reader.Many(DealerCells.Series, words.Series),
            reader.Number(DealerCells.Capacity));
        return new(description, trade, reader.Flag(DealerCells.AcceptsLeads, otherwise: true), reader.Issues);
    }

    /// <summary>The domain's refusal beside the cell it is about.</summary>
    public static RowIssue IssueOf(Refusal refusal) => new(refusal.Code switch
    {
        var c when c == PlatformRefusals.CodeMalformed.Code => DealerCells.CodeField,
        var c when c == PlatformRefusals.DealerNameMissing.Code => DealerCells.Name,
        var c when c == PlatformRefusals.DealerKindUnknown.Code => DealerCells.Kind,
        var c when c == PlatformRefusals.DealerCityMissing.Code => DealerCells.City,
        var c when c == PlatformRefusals.HotlineMalformed.Code => DealerCells.Hotline,
        var c when c == PlatformRefusals.OpeningDaysMissing.Code => DealerCells.OpenDays,
        var c when c == PlatformRefusals.OpeningHoursTurned.Code => DealerCells.ClosesAt,
        var c when c == PlatformRefusals.CapacityOutOfRange.Code => DealerCells.Capacity,
        var c when c == PlatformRefusals.PlacementAlreadyPlanned.Code => DealerCells.Region,
        _ => "",
    }, refusal.Code.Split('.')[^1]);

    private static string ShortPlace(string place) => place.Length > 2 && place[^1] is '省' or '市' ? place[..^1] : place;

    private sealed class Reader(IReadOnlyDictionary<string, string> cells)
    {
        public List<RowIssue> Issues { get; } = [];

        public string Text(string field) => cells.GetValueOrDefault(field, "");

        public string? One(string field, IReadOnlyDictionary<string, string> codes)
        {
            if (Text(field) is not { Length: > 0 } text)
            {
                return null;
            }

            return codes.TryGetValue(text, out var code) ? code : Unknown(field, text);
        }

        public IReadOnlyList<string> Many(string field, IReadOnlyDictionary<string, string> codes)
        {
            var (read, unknown) = DealerCells.ReadList(Text(field), codes);
            _ = unknown is null ? null : Unknown(field, unknown);
            return read;
        }

        public TimeOnly Time(string field, TimeOnly otherwise)
        {
            if (Text(field) is not { Length: > 0 } text)
            {
                return otherwise;
            }

            if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return time;
            }

            Unknown(field, text);
            return otherwise;
        }

        public bool Flag(string field, bool otherwise)
        {
            if (Text(field) is not { Length: > 0 } text)
            {
                return otherwise;
            }

            if (ImportText.Flag(text) is { } flag)
            {
                return flag;
            }

            Unknown(field, text);
            return otherwise;
        }

        public int Number(string field)
        {
            if (Text(field) is not { Length: > 0 } text)
            {
                return 0;
            }

            if (ImportText.Number(text) is { } number)
            {
                return number;
            }

            Unknown(field, text);
            return 0;
        }

        public Coordinates? Position()
        {
            if (Text(DealerCells.Position) is not { Length: > 0 } text)
            {
                return null;
            }

            if (Coordinates.TryRead(text, out var at))
            {
                return at;
            }

            Unknown(DealerCells.Position, text);
            return null;
        }

        private string? Unknown(string field, string text)
        {
            Issues.Add(new RowIssue(field, "unknown_word") { Details = [text] });
            return null;
        }
    }
}
