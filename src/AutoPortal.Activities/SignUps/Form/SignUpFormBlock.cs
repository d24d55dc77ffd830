using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>The sign-up form of the activity that the page is about.</summary>
public sealed record SignUpFormBlock : Block
{
    /// <summary>Stored word of the kind.</summary>
    public const string Kind = "sign_up";

    /// <summary>Head of the form.</summary>
    public LocalText Title { get; init; } = new("预约试驾", "Book your test drive");

    /// <summary>One line below it.</summary>
    public LocalText? Intro { get; init; } = new("一分钟报名,名额有限,先到先得。", "It takes a minute. Places are limited, first come, first served.");

    /// <summary>The button.</summary>
    public LocalText Button { get; init; } = new("提交报名", "Sign up");

    /// <summary>Privacy policy; absent, no link is shown.</summary>
    public string? PrivacyHref { get; init; }
}
