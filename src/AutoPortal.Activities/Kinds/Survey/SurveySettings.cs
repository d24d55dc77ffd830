namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>What a survey asks.</summary>
public sealed class SurveySettings : KindSettings
{
    /// <summary>In the order asked.</summary>
    public List<SurveyQuestion> Questions { get; set; } =
    [
        new() { Id = "q1", Words = "您最看重一辆车的哪一点？", IsRequired = true, Choices = [new("c1", "空间"), new("c2", "智能"), new("c3", "续航"), new("c4", "安全")] },
        new() { Id = "q2", Words = "您每天开车大约多久？", IsRequired = true, Choices = [new("c1", "半小时以内"), new("c2", "半小时到一小时"), new("c3", "一小时以上")] },
        new() { Id = "q3", Words = "还想对我们说什么？", Kind = QuestionKind.Words },
    ];
}

/// <summary>A question as it is stored and edited.</summary>
public sealed class SurveyQuestion
{
    /// <summary>Stays when the question is moved or reworded, so that answers keep their meaning.</summary>
    public string Id { get; set; } = "";

    /// <summary>What is asked.</summary>
    public string Words { get; set; } = "";

    /// <summary>How it is answered.</summary>
    public QuestionKind Kind { get; set; }

    /// <summary>Nobody gets past it without an answer.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Answers to choose from; not looked at where people write.</summary>
    public List<SurveyChoice> Choices { get; set; } = [];

    /// <summary>The earlier question that decides whether this one is asked; null asks everybody.</summary>
    public string? AfterId { get; set; }

    /// <summary>Choices of that question, one of which is needed.</summary>
    public HashSet<string> AfterChoices { get; set; } = [];
}

/// <summary>An answer to choose, as it is stored and edited.</summary>
public sealed class SurveyChoice
{
    /// <summary>An empty one.</summary>
    public SurveyChoice()
    {
    }

    /// <summary>A written one.</summary>
    public SurveyChoice(string id, string words) => (Id, Words) = (id, words);

    /// <summary>Stays when the words are bettered.</summary>
    public string Id { get; set; } = "";

    /// <summary>What is read.</summary>
    public string Words { get; set; } = "";
}
