namespace AutoPortal.Activities.Kinds.SignUpGift;

/// <summary>What is given for signing up, and how it reaches the person.</summary>
public sealed class SignUpGiftSettings : KindSettings
{
    /// <summary>The gift's name.</summary>
    public string Gift { get; set; } = "";

    /// <summary>What it is worth, whole yuan.</summary>
    public int WorthYuan { get; set; } = 99;

    /// <summary>One of <see cref="SignUpGiftKind.Ways"/>.</summary>
    public string HandOver { get; set; } = "at_dealer";
}
