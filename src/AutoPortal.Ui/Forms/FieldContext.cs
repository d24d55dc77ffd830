namespace AutoPortal.Ui.Forms;

/// <summary>Ties an input to the label, hint and error around it.</summary>
/// <param name="Id">The input's id, which the label names.</param>
/// <param name="DescribedBy">Ids of hint and error; null where there is neither.</param>
/// <param name="IsInvalid">Whether the value was refused.</param>
/// <param name="IsRequired">Whether a value must be given.</param>
public sealed record FieldContext(string Id, string? DescribedBy, bool IsInvalid, bool IsRequired)
{
    private const string LookClass = "input";

    /// <summary>An input's attributes, completed with our look and its ties.</summary>
    internal static IReadOnlyDictionary<string, object> Attributes(FieldContext? field, IReadOnlyDictionary<string, object>? given)
    {
        // Blazor hands over what it was given last time where nothing changed, so completing twice must do nothing.
        var attributes = given is null
            ? new Dictionary<string, object>(StringComparer.Ordinal)
            : new Dictionary<string, object>(given, StringComparer.Ordinal);
        var classes = attributes.GetValueOrDefault("class") as string;
        attributes["class"] = classes?.Split(' ').Contains(LookClass, StringComparer.Ordinal) == true ? classes : $"{LookClass} {classes}".TrimEnd();
        if (field is null)
        {
            return attributes;
        }

        attributes.TryAdd("id", field.Id);
        Set(attributes, "aria-describedby", field.DescribedBy);
        Set(attributes, "aria-invalid", field.IsInvalid ? "true" : null);
        Set(attributes, "aria-required", field.IsRequired ? "true" : null);
        return attributes;
    }

    private static void Set(Dictionary<string, object> attributes, string name, string? value)
    {
        if (value is null)
        {
            attributes.Remove(name);
        }
        else
        {
            attributes[name] = value;
        }
    }
}
