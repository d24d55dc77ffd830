using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Contracts;

/// <summary>Makes pages and puts them before the public. All acts are of the running scope's tenant.</summary>
public interface IPagePublishing
{
    /// <summary>Stores a page that nobody sees yet.</summary>
    /// <returns>The page's id; refused with <c>pages.slug_is_malformed</c>, <c>pages.slug_is_taken</c>, <c>pages.template_is_unknown</c> or <c>pages.document_is_malformed</c>.</returns>
    Task<Outcome<Guid>> CreateAsync(NewPage page, CancellationToken ct);

    /// <summary>Makes the page's present draft what the public sees; every node serves it within a second.</summary>
    Task<Outcome> PublishAsync(Guid pageId, CancellationToken ct);

    /// <summary>Takes the page from the public; its versions stay.</summary>
    Task<Outcome> WithdrawAsync(Guid pageId, CancellationToken ct);
}

/// <summary>A page to be made.</summary>
/// <param name="PathKind">Such as <see cref="PagePaths.Activity"/>.</param>
/// <param name="Slug">Lower-case letters, digits and hyphens, at most 63; unique per tenant and path kind.</param>
/// <param name="Title">The page's name in the browser and when shared.</param>
public sealed record NewPage(string PathKind, string Slug, LocalText Title)
{
    /// <summary>One or two sentences for search and sharing.</summary>
    public LocalText Description { get; init; } = new("");

    /// <summary>What the page is about, such as an activity.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Where it stands in the page library, such as <c>2026/试驾</c>; empty for the top.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The dealer whose page it is; null for HQ's. Whoever reaches one dealer only makes pages of that one.</summary>
    public Guid? DealerId { get; init; }

    /// <summary>The look; null takes the tenant's accent.</summary>
    public PageTheme? Theme { get; init; }

    /// <summary>The blocks as they are stored, <c>{ "blocks": [ { "kind", … } ] }</c>; null takes <see cref="Template"/>.</summary>
    public string? Document { get; init; }

    /// <summary>Which built-in template to start from where no document is given.</summary>
    public string Template { get; init; } = PageTemplates.TestDrive;

    /// <summary>Words that fill the template: <c>title</c> is the page's own; all with a form also take badge, subtitle, period, place, gift, form_title, form_button, action, ends_at (ISO 8601), hotline (<c>tel:…</c>), operator, privacy (an address) and rules (lines), and each what is its own. A word that is not given keeps the template's; an empty one leaves nothing behind.</summary>
    public IReadOnlyDictionary<string, LocalText> Words { get; init; } = new Dictionary<string, LocalText>();
}

/// <summary>Parts of an address between tenant and slug.</summary>
public static class PagePaths
{
    /// <summary>Activity pages: <c>/{tenant}/a/{slug}</c>.</summary>
    public const string Activity = "a";

    /// <summary>Pages of plain content, such as the privacy policy: <c>/{tenant}/p/{slug}</c>.</summary>
    public const string Content = "p";
}

/// <summary>Codes of built-in templates.</summary>
public static class PageTemplates
{
    /// <summary>A test-drive activity with the sign-up form (kind <c>sign_up</c>) in its middle: also takes <c>drive</c> (how a drive goes) and <c>licence</c> (who may drive).</summary>
    public const string TestDrive = "test_drive";

    /// <summary>A day on which more people pay less: also takes <c>tier_1</c> … <c>tier_8</c> (from how many) and <c>drop_1</c> … <c>drop_8</c> (how much less).</summary>
    public const string GroupPurchase = "group_purchase";

    /// <summary>An event at the showroom: also takes <c>programme</c> (lines).</summary>
    public const string ShowroomEvent = "showroom_event";

    /// <summary>A gift that is collected at the dealer.</summary>
    public const string SignUpGift = "sign_up_gift";

    /// <summary>What it is about, the form, the rules, and nothing else: also takes <c>drawing</c>.</summary>
    public const string PlainSignUp = "plain_sign_up";

    /// <summary>A privacy policy for a page of plain content.</summary>
    public const string Privacy = "privacy";

    /// <summary>Nothing on it.</summary>
    public const string Empty = "empty";
}
