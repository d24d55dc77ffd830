using System.Text.Json.Nodes;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.Survey;
using AutoPortal.Activities.Surveys;

namespace AutoPortal.Activities.Demo;

/// <summary>The survey of the demonstration, with a question for some only, and what people answered.</summary>
internal static class DemoAnswers
{
    // Repeated where more people choose it.
    private static readonly string[] Matters = ["smart", "smart", "smart", "space", "space", "range", "range", "range", "range", "safety"];
    private static readonly string[] Hours = ["short", "middle", "middle", "middle", "long"];

    private static readonly string[] Words =
    [
        "第三排再宽一点就好了，孩子大了坐着挤。",
        "语音能听懂上海话，老人用着很方便。",
        "冬天续航掉得比较多，希望能提前预热电池。",
        "保养预约的时段再多一些，工作日白天去不了。",
        "整体满意，谢谢门店的张顾问。",
        "车机升级后导航偶尔卡顿。",
        "希望充电桩地图能显示排队情况。",
        "后排空调出风有点弱。",
    ];

    public static SurveySettings Survey => new()
    {
        Questions =
        [
            new() { Id = "matters", Words = "您最看重一辆车的哪一点？", IsRequired = true, Choices = [new("space", "空间"), new("smart", "智能"), new("range", "续航"), new("safety", "安全")] },
            new()
            {
                Id = "range", Words = "续航方面，您最希望改进什么？", Kind = QuestionKind.Several, AfterId = "matters", AfterChoices = ["range"],
                Choices = [new("winter", "冬季续航"), new("motorway", "高速续航"), new("charging", "补能速度")],
            },
            new() { Id = "hours", Words = "您每天开车大约多久？", IsRequired = true, Choices = [new("short", "半小时以内"), new("middle", "半小时到一小时"), new("long", "一小时以上")] },
            new() { Id = "more", Words = "还想对我们说什么？", Kind = QuestionKind.Words },
        ],
    };

    public static string Of(Dice dice)
    {
        var matters = dice.Pick(Matters);
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["matters"] = matters };
        if (matters == "range")
        {
            answers["range"] = new JsonArray([.. new[] { "winter", "motorway", "charging" }.Where(c => dice.Chance(c == "winter" ? 0.8 : 0.45)).DefaultIfEmpty("charging").Select(c => (JsonNode)c)]);
        }

        answers["hours"] = dice.Pick(Hours);
        if (dice.Chance(0.45))
        {
            answers["more"] = dice.Pick(Words);
        }

        return StoredAnswers.Write(answers);
    }
}
