using System.Globalization;
using AutoPortal.Kernel.Paging;
using AutoPortal.Ui.Looks;

namespace AutoPortal.Ui.Gallery;

/// <summary>A made-up row of the gallery's list.</summary>
internal sealed record SampleLead(int Id, string Name, string? Phone, string State, string Model, string Store, int Score, DateTimeOffset At, string Source)
{
    private static readonly string[] Families = ["李", "王", "陈", "赵", "周", "吴", "欧阳", "刘", "黄", "林", "徐"];
    private static readonly string[] Given = ["思远", "晓梅", "雨桐", "一鸣", "子墨", "佳", "洋", "建国", "诗涵"];
    private static readonly string[] States = ["calm", "note", "good", "warning", "bad"];
    private static readonly string[] Models = ["星辰 S7 长续航版", "星辰 S5", "星辰 MPV 家庭版", "星辰 X9 四驱性能版"];
    private static readonly string[] Stores = ["上海东城店", "杭州滨江店", "南京江宁店", "苏州园区体验中心"];

    public Tone Tone => Enum.Parse<Tone>(State, ignoreCase: true);

    public static IReadOnlyList<SampleLead> Many(int count, DateTimeOffset now) =>
    [
        .. Enumerable.Range(0, count).Select(n => new SampleLead(
            n,
            Families[n % Families.Length] + Given[n * 5 % Given.Length],
            n % 11 == 3 ? null : string.Create(CultureInfo.InvariantCulture, $"13{n % 10}****{n * 37 % 10_000:0000}"),
            States[n * 3 % States.Length],
            Models[n * 7 % Models.Length],
            Stores[n % Stores.Length],
            n * 41 % 1_200,
            now.AddMinutes(-n * n * 3),
            n % 2 == 0 ? "H5" : "WeCom")),
    ];

    public static Page<SampleLead> Page(IReadOnlyList<SampleLead> all, PageRequest request)
    {
        var found = all.Where(lead =>
            (request.Search is null || lead.Name.Contains(request.Search, StringComparison.Ordinal) || lead.Phone?.EndsWith(request.Search, StringComparison.Ordinal) == true)
            && (!request.Filters.TryGetValue("state", out var state) || lead.State == state)
            && (!request.Filters.TryGetValue("store", out var store) || lead.Store == store));
        Func<SampleLead, object> by = request.Sort switch
        {
            "name" => lead => lead.Name,
            "store" => lead => lead.Store,
            "score" => lead => lead.Score,
            "at" => lead => lead.At,
            _ => lead => lead.Id,
        };
        var sorted = (request.Descending ? found.OrderByDescending(by) : found.OrderBy(by)).ToList();
        var start = int.TryParse(request.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
        var next = start + request.Size;
        return new([.. sorted.Skip(start).Take(request.Size)], next < sorted.Count ? next.ToString(CultureInfo.InvariantCulture) : null, sorted.Count);
    }
}
