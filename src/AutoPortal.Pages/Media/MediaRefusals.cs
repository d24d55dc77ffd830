using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Pages.Media;

/// <summary>Why a picture is not taken; the codes are keys of <see cref="MediaTexts"/>.</summary>
internal static class MediaRefusals
{
    public static readonly Refusal TooLarge = new("media.too_large", FileStore.MaxBytes / 1024 / 1024);
    public static readonly Refusal IsSvg = new("media.is_svg");
    public static readonly Refusal UnknownType = new("media.unknown_type");
    public static readonly Refusal IsBroken = new("media.is_broken");
    public static readonly Refusal IsAnimated = new("media.is_animated");
    public static readonly Refusal TooManyPixels = new("media.too_many_pixels", PictureMaker.LongestSide, PictureMaker.MostPixels / 1_000_000);
    public static readonly Refusal NotFound = new("media.not_found");

    public static readonly Refusal FilmIsTooLarge = new("media.film_is_too_large", Films.AddFilm.MaxBytes / 1024 / 1024);
    public static readonly Refusal FilmIsUnknown = new("media.film_is_unknown");
    public static readonly Refusal FilmIsQuickTime = new("media.film_is_quick_time");
    public static readonly Refusal FilmIsUnplayable = new("media.film_is_unplayable");
    public static readonly Refusal FilmIsBroken = new("media.film_is_broken");
    public static readonly Refusal FilmIsInFragments = new("media.film_is_in_fragments");
    public static readonly Refusal FilmIsLive = new("media.film_is_live");
    public static readonly Refusal FilmHasOtherTracks = new("media.film_has_other_tracks");
    public static readonly Refusal IsPoster = new("media.is_poster");
    public static readonly Refusal IsHqs = new("media.is_hqs");
    public static readonly Refusal WhoseIsIt = new("media.whose_is_it");

    public static Refusal IsUsed(int pages) => new("media.is_used", pages);
}
