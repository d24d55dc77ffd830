using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Consumer;

/// <summary>What every consumer page here stands in.</summary>
/// <param name="Tenant">Its word in addresses.</param>
/// <param name="TenantName">As consumers read it.</param>
/// <param name="Language">One of <see cref="PageLanguages"/>.</param>
/// <param name="Look">The tenant's.</param>
/// <param name="Me">Masked number of who is signed in, or null.</param>
/// <param name="Token">For the posts of who is signed in.</param>
public sealed record ConsumerFrame(string Tenant, string TenantName, string Language, PublicLook Look, string? Me, string Token)
{
    /// <summary>An address of this tenant in the page's language; <paramref name="path"/> begins with a slash or is empty.</summary>
    public string Href(string path) => $"/{Tenant}{path}{PageLanguages.Query(Language)}";
}

/// <summary>An activity as consumers see it in the list.</summary>
public sealed record ShownActivity(Guid Id, string Kind, string Title, string Href, string When, string Where, string Reward, string Status, bool IsMine);

/// <summary>The list of activities.</summary>
/// <param name="City">Where the person looks, or null.</param>
/// <param name="Cities">To choose from.</param>
public sealed record ShownList(ConsumerFrame Frame, string? City, IReadOnlyList<string> Cities, IReadOnlyList<ShownActivity> Activities);

/// <summary>A sign-up of who is signed in.</summary>
/// <param name="OfferUntil">Until when a place is held, or null.</param>
public sealed record MySignUp(Guid Id, string Number, string Title, string Href, string When, string Where, string State, DateTimeOffset? OfferUntil, bool MayCancel)
{
    /// <summary>For the door; null while there is no place to come to.</summary>
    public string? CheckInCode { get; init; }
}

/// <summary>The person's own page; without a session it asks for the phone.</summary>
/// <param name="Phone">As typed.</param>
/// <param name="Message">Words for the whole, or null.</param>
/// <param name="PhoneError">Words beside the phone, or null.</param>
/// <param name="CodeError">Words beside the code, or null.</param>
public sealed record MinePage(ConsumerFrame Frame, IReadOnlyList<MySignUp> SignUps, string Phone, string? Message, bool IsGood, string? PhoneError, string? CodeError);

/// <summary>An offer opened by its link.</summary>
/// <param name="Word">The link's own word.</param>
/// <param name="Outcome">Resource key of what became of it; null while it can be answered.</param>
public sealed record OfferPage(ConsumerFrame Frame, string Word, string Title, string When, string Until, string? Outcome);
