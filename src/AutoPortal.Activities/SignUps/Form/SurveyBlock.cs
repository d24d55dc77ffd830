using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>A survey on any page: its questions, and who answers.</summary>
public sealed record SurveyBlock : Block
{
    /// <summary>Stored word of the kind.</summary>
    public const string Kind = "survey";

    /// <summary>The survey's activity; absent, the one that the page is about.</summary>
    [ChoicesFrom(SurveyChoices.Code), StringLength(40)]
    public string? Survey { get; init; }

    /// <summary>Head of the form.</summary>
    [Required]
    public LocalText Title { get; init; } = new("听听您的想法", "Tell us what you think");

    /// <summary>One line below it.</summary>
    [LongText]
    public LocalText? Intro { get; init; } = new("几个小问题，只要两分钟。", "A few questions; it takes two minutes.");

    /// <summary>The button.</summary>
    [Required]
    public LocalText Button { get; init; } = new("提交问卷", "Send answers");

    /// <summary>Privacy policy; absent, no link is shown.</summary>
    [Link, StringLength(500)]
    public string? PrivacyHref { get; init; }
}
