namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>What a survey asks.</summary>
public sealed class SurveySettings : KindSettings
{
    /// <summary>One question a line; answers to choose from stand behind it, told apart by <c>|</c>. Without answers the person writes.</summary>
    public string Questions { get; set; } = "您最看重一辆车的哪一点? | 空间 | 智能 | 续航 | 安全\n您每天开车大约多久? | 半小时以内 | 半小时到一小时 | 一小时以上\n还想对我们说什么?";
}
