using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>The sign-up form of the activity that the page is about.</summary>
public sealed record SignUpFormBlock : Block
{
    /// <summary>Stored word of the kind.</summary>
    public const string Kind = "sign_up";

    /// <summary>Head of the form.</summary>
    [Required]
    public LocalText Title { get; init; } = new("预约试驾", "Book your test drive");

    /// <summary>One line below it.</summary>
    [LongText]
    public LocalText? Intro { get; init; } = new("一分钟报名，名额有限，先到先得。", "It takes a minute. Places are limited, first come, first served.");

    /// <summary>The button.</summary>
    [Required]
    public LocalText Button { get; init; } = new("提交报名", "Sign up");

    /// <summary>Privacy policy; absent, no link is shown.</summary>
    [Link, StringLength(500)]
    public string? PrivacyHref { get; init; }

    /// <summary>What is said after success; where none fits, the activity's own words or the house's.</summary>
    [Most(10)]
    public IReadOnlyList<ThankYou> Thanks { get; init; } = [];
}
