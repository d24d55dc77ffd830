using System.ComponentModel.DataAnnotations;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.SignUps.Form;

/// <summary>What stands in the form's place after success, for those whom it fits. The first of a list that fits is shown.</summary>
public sealed record ThankYou
{
    /// <summary>Whoever got a place, whoever waits for one, or both.</summary>
    [Choices("any", "won", "waiting")]
    public string Place { get; init; } = "any";

    /// <summary>Only for those who chose this series.</summary>
    [ChoicesFrom("series"), StringLength(40)]
    public string? Series { get; init; }

    /// <summary>Only for those who mean to buy within this time.</summary>
    [Choices("7d", "15d", "1m", "3m", "6m", "1y", "over_1y")]
    public string? Window { get; init; }

    /// <summary>Head.</summary>
    [Required]
    public LocalText Title { get; init; } = new("报名成功", "You are signed up");

    /// <summary>What happens next.</summary>
    [LongText]
    public LocalText? Text { get; init; }

    /// <summary>Words on a button; none, no button.</summary>
    public LocalText? Label { get; init; }

    /// <summary>Where the button leads.</summary>
    [Link, StringLength(500)]
    public string? Href { get; init; }

    /// <summary>Whether it is for whoever has this receipt. A sign-up that somebody still has to confirm has neither won nor waits.</summary>
    public bool Fits(SignUpReceipt receipt)
        => FitsPlace(receipt.State)
            && (string.IsNullOrEmpty(Series) || Series == receipt.Series)
            && (string.IsNullOrEmpty(Window) || Window == receipt.Window);

    private bool FitsPlace(string state) => Place switch
    {
        "any" => true,
        "won" => state is "confirmed" or "checked_in" or "rewarded",
        "waiting" => state is "waitlisted",
        _ => false,
    };
}
