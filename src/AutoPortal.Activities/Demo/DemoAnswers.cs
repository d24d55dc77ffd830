using System.Text.Json.Nodes;
using AutoPortal.Activities.Surveys;

namespace AutoPortal.Activities.Demo;

/// <summary>What the people of the demonstration answered to the survey that comes with the kind.</summary>
internal static class DemoAnswers
{
    // Repeated where more people choose it.
    private static readonly string[] Matters = ["智能", "智能", "智能", "空间", "空间", "续航", "续航", "续航", "续航", "安全"];
    private static readonly string[] Hours = ["半小时以内", "半小时到一小时", "半小时到一小时", "半小时到一小时", "一小时以上"];

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

    public static string Of(Dice dice)
    {
        var answers = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["q1"] = dice.Pick(Matters), ["q2"] = dice.Pick(Hours) };
        if (dice.Chance(0.45))
        {
            answers["q3"] = dice.Pick(Words);
        }

        return StoredAnswers.Write(answers);
    }
}
