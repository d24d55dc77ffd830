using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages;

/// <summary>Why an act on a page is not done; the codes are keys of <see cref="PagesTexts"/>.</summary>
internal static class PageRefusals
{
    public static readonly Refusal SlugIsMalformed = new("pages.slug_is_malformed");
    public static readonly Refusal SlugIsTaken = new("pages.slug_is_taken");
    public static readonly Refusal ThemeIsMalformed = new("pages.theme_is_malformed");
    public static readonly Refusal TemplateIsUnknown = new("pages.template_is_unknown");

    public static Refusal DocumentIsMalformed(string why) => new("pages.document_is_malformed", why);
}
