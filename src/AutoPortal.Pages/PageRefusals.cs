using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages;

/// <summary>Why an act on a page is not done; the codes are keys of <see cref="PagesTexts"/>.</summary>
internal static class PageRefusals
{
    public static readonly Refusal SlugIsMalformed = new("pages.slug_is_malformed");
    public static readonly Refusal SlugIsTaken = new("pages.slug_is_taken");
    public static readonly Refusal ThemeIsMalformed = new("pages.theme_is_malformed");
    public static readonly Refusal TemplateIsUnknown = new("pages.template_is_unknown");

    public static readonly Refusal BlockIsGone = new("pages.block_is_gone");
    public static readonly Refusal BlockWasChanged = new("pages.block_was_changed");
    public static readonly Refusal FieldWasChanged = new("pages.field_was_changed");
    public static readonly Refusal BlockCannotStandInItself = new("pages.block_cannot_stand_in_itself");
    public static readonly Refusal BlockDoesNotFitThere = new("pages.block_does_not_fit_there");
    public static readonly Refusal TooDeep = new("pages.too_deep", Documents.PageLimits.Depth);
    public static readonly Refusal TooManyBlocks = new("pages.too_many_blocks", Documents.PageLimits.Blocks);
    public static readonly Refusal NothingToUndo = new("pages.nothing_to_undo");
    public static readonly Refusal NothingToRedo = new("pages.nothing_to_redo");

    public static readonly Refusal NobodyReviewsTheirOwn = new("pages.nobody_reviews_their_own");
    public static readonly Refusal PeriodIsOver = new("pages.period_is_over");
    public static readonly Refusal PeriodIsUpsideDown = new("pages.period_is_upside_down");
    public static readonly Refusal ReleaseCannotMoveNow = new("pages.release_cannot_move_now");
    public static readonly Refusal IsOnItsWay = new("pages.is_on_its_way");
    public static readonly Refusal IsStillLive = new("pages.is_still_live");
    public static readonly Refusal IsArchived = new("pages.is_archived");
    public static readonly Refusal ReasonIsMissing = new("pages.reason_is_missing");
    public static readonly Refusal WasNeverLive = new("pages.was_never_live");

    public static readonly Refusal IsHqs = new("pages.is_hqs");
    public static readonly Refusal IsNoMaster = new("pages.is_no_master");
    public static readonly Refusal DealerIsMissing = new("pages.dealer_is_missing");
    public static readonly Refusal NoDealerChosen = new("pages.no_dealer_chosen");
    public static readonly Refusal AllHaveCopies = new("pages.all_have_copies");
    public static readonly Refusal CopiesAreBeingMade = new("pages.copies_are_being_made");
    public static readonly Refusal CopyingIsOver = new("pages.copying_is_over");

    public static Refusal HasFaults(int count) => new("pages.has_faults", count);
    public static readonly Refusal PageIsTooLarge = new("pages.page_is_too_large");
    public static readonly Refusal StepWasOvertaken = new("pages.step_was_overtaken");
    public static readonly Refusal BlockIsUnreadable = new("pages.block_is_unreadable");
    public static readonly Refusal BlockIsNotForThisPage = new("pages.block_is_not_for_this_page");
    public static readonly Refusal NothingToPaste = new("pages.nothing_to_paste");

    public static Refusal TooManyOfAKind(int most) => new("pages.too_many_of_a_kind", most);

    public static Refusal BlockIdIsTaken(string id) => new("pages.block_id_is_taken", id);

    public static Refusal DocumentIsMalformed(string why) => new("pages.document_is_malformed", why);
}
