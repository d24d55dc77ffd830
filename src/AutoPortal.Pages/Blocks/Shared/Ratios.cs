namespace AutoPortal.Pages.Blocks.Shared;

/// <summary>The few shapes that pictures take; one class each, because a page carries no inline style.</summary>
internal static class Ratios
{
    public const string Wide = "wide";
    public const string Classic = "classic";
    public const string Square = "square";
    public const string Tall = "tall";
    public const string Banner = "banner";

    /// <summary>The class of a shape; an unknown word takes the first.</summary>
    public static string ClassOf(string? ratio) => "pg-ratio pg-ratio--" + (ratio is Classic or Square or Tall or Banner ? ratio : Wide);
}
