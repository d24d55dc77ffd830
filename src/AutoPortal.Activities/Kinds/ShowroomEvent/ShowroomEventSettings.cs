namespace AutoPortal.Activities.Kinds.ShowroomEvent;

/// <summary>What an event in the showroom offers.</summary>
public sealed class ShowroomEventSettings : KindSettings
{
    /// <summary>One point of the programme a line.</summary>
    public string Programme { get; set; } = "签到与茶歇\n新车讲解\n互动与抽奖";

    /// <summary>Who leads through it.</summary>
    public string Host { get; set; } = "";

    /// <summary>How many people one sign-up may bring along.</summary>
    public int MayBring { get; set; } = 1;
}
