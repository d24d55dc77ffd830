namespace AutoPortal.Pages.Themes;

/// <summary>Mood of the pictures: which colours the drawings' sky, hills, trees and road take. Every part is a colour and how much of the brand goes into it.</summary>
/// <param name="Code">Stored word.</param>
/// <param name="IsDark">Words on the sky are white.</param>
/// <param name="Parts">CSS variable of the drawings, ground colour, share of the brand.</param>
internal sealed record Skin(string Code, bool IsDark, IReadOnlyList<(string Name, string Ground, double Brand)> Parts)
{
    public static readonly Skin Day = new("day", false,
    [
        ("sky-a", "#ffffff", .30), ("sky-b", "#ffffff", .05), ("sun", "#fff3d6", 0), ("cloud", "#ffffff", 0),
        ("far", "#e3eaf5", .16), ("mid", "#c9d6ea", .26), ("near", "#a9bcd9", .36), ("lit", "#ffffff", 0),
        ("hill", "#a8cbb9", 0), ("hill-2", "#88b7a0", 0), ("tree", "#5b9a82", 0), ("tree-2", "#468069", 0), ("grass", "#cfe3d7", 0),
        ("kerb", "#e1e7ef", 0), ("road", "#4a5468", 0), ("line", "#f4f6fa", 0), ("wall", "#f4f7fb", .04), ("floor", "#e4e9f1", .04),
    ]);

    public static readonly Skin Autumn = new("autumn", false,
    [
        ("sky-a", "#ffe3bd", .10), ("sky-b", "#fff8ee", .02), ("sun", "#ffd79a", 0), ("cloud", "#fffaf2", 0),
        ("far", "#f3ddc6", .05), ("mid", "#e6c6a8", .07), ("near", "#cfa98a", .1), ("lit", "#fff6e8", 0),
        ("hill", "#e5b26b", 0), ("hill-2", "#d8924e", 0), ("tree", "#d9782f", 0), ("tree-2", "#b9512b", 0), ("grass", "#eccb93", 0),
        ("kerb", "#f0e6d8", 0), ("road", "#574f52", 0), ("line", "#fdf3e3", 0), ("wall", "#fdf6ec", .02), ("floor", "#efe3d3", .02),
    ]);

    public static readonly Skin Festival = new("festival", false,
    [
        ("sky-a", "#ffd2c2", .06), ("sky-b", "#fff4ee", 0), ("sun", "#ffe3a3", 0), ("cloud", "#fffaf5", 0),
        ("far", "#f8d3c8", 0), ("mid", "#efb3a4", .04), ("near", "#d98878", .06), ("lit", "#fff2c9", 0),
        ("hill", "#e58f7b", 0), ("hill-2", "#cf6a57", 0), ("tree", "#b8402f", 0), ("tree-2", "#9a2f24", 0), ("grass", "#f3c2ab", 0),
        ("kerb", "#f5e3da", 0), ("road", "#584a50", 0), ("line", "#ffeecf", 0), ("wall", "#fff5ef", 0), ("floor", "#f4ddd2", 0),
    ]);

    public static readonly Skin Night = new("night", true,
    [
        ("sky-a", "#0a1122", .14), ("sky-b", "#24324f", .26), ("sun", "#f3ecd2", 0), ("cloud", "#3a4a6b", .1),
        ("far", "#22304c", .16), ("mid", "#1a2640", .16), ("near", "#121c30", .12), ("lit", "#ffd98a", 0),
        ("hill", "#1d3442", .06), ("hill-2", "#172b37", .04), ("tree", "#1f4640", 0), ("tree-2", "#173630", 0), ("grass", "#1c2f36", 0),
        ("kerb", "#313b4f", 0), ("road", "#171d29", 0), ("line", "#cfd8e8", 0), ("wall", "#1c2538", .06), ("floor", "#252f44", .06),
    ]);

    private static readonly Dictionary<string, Skin> ByCode = new[] { Day, Autumn, Festival, Night }.ToDictionary(s => s.Code, StringComparer.Ordinal);

    public static Skin? Find(string code) => ByCode.GetValueOrDefault(code);
}
