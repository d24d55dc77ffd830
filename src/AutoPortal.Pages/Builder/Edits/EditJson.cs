using System.Text.Encodings.Web;
using System.Text.Json;
using AutoPortal.Pages.Documents;

namespace AutoPortal.Pages.Builder.Edits;

/// <summary>Operations as the history keeps them.</summary>
internal static class EditJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) 
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // The database keeps names in an order of its own.
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write(PageEdit edit) => JsonSerializer.Serialize(edit, Web);

    public static PageEdit Read(string json) => JsonSerializer.Deserialize<PageEdit>(json, Web)!;
}
