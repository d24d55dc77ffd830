namespace AutoPortal.Pages.Media.Films;

/// <summary>What was read from a film's container.</summary>
/// <param name="Type"><c>mp4</c> or <c>webm</c>.</param>
/// <param name="Width">Pixels as it is shown.</param>
/// <param name="Height">Pixels as it is shown.</param>
/// <param name="Seconds">Length, whole seconds, at least 1.</param>
internal sealed record FilmFacts(string Type, int Width, int Height, int Seconds)
{
    public string ContentType => ContentTypeOf(Type);

    public static string ContentTypeOf(string type) => $"video/{type}";
}
