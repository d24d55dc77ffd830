using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Domain;

/// <summary>What the organiser says about an activity; stored as JSON.</summary>
/// <param name="Reward">What a person gets.</param>
/// <param name="Rules">One rule a line.</param>
/// <param name="Thanks">Said after the sign-up; empty takes the house's own words.</param>
public sealed record ActivityWording(LocalText Reward, LocalText Rules, LocalText Thanks)
{
    /// <summary>Nothing was written.</summary>
    public static ActivityWording None { get; } = new(new(""), new(""), new(""));
}
