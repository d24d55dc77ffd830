namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>A further way to choose a picture, such as the media library; every registered one stands below the drawings.</summary>
/// <param name="Component">A component with a parameter <see cref="Value"/> of type <c>BlockPicture</c> and an <c>EventCallback&lt;BlockPicture&gt;</c> <see cref="Changed"/>.</param>
internal sealed record PicturePicker(Type Component)
{
    /// <summary>Name of the parameter that gives the present picture.</summary>
    public const string Value = "Value";

    /// <summary>Name of the parameter that takes the chosen one.</summary>
    public const string Changed = "Changed";
}
