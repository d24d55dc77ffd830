using System.Text.Json;
using System.Text.RegularExpressions;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>Keeps numbers and addresses of persons out of events: nobody declared a purpose for them there.</summary>
internal static partial class PersonalData
{
    private const long NoCountIsSoLarge = 10_000_000_000;

    public static bool IsIn(string text) => LongNumber().IsMatch(text) || MailAddress().IsMatch(text);

    /// <summary>Writes any JSON with everything that may be personal struck out.</summary>
    /// <exception cref="InvalidOperationException">A text in it is half of a surrogate pair.</exception>
    public static void WriteStruckOut(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in value.EnumerateObject())
                {
                    writer.WritePropertyName(StruckOut(field.Name));
                    WriteStruckOut(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteStruckOut(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(StruckOut(value.GetString()!));
                break;
            case JsonValueKind.Number when !value.TryGetInt64(out var number) || Math.Abs((decimal)number) >= NoCountIsSoLarge:
                writer.WriteNumberValue(0);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    public static string StruckOut(string text) => MailAddress().Replace(LongNumber().Replace(text, "***"), "***");

    [GeneratedRegex(@"\d(?:[ -]?\d){6,}", RegexOptions.None, 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+", RegexOptions.None, 1000)]
    private static partial Regex MailAddress();
}
