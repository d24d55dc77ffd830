using System.Text.Json;

namespace AutoPortal.Leads.Domain;

/// <summary>Reads the dated data files that ship with the module; each names its source and day.</summary>
internal static class FactFile
{
    public static T Read<T>(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream($"AutoPortal.Leads.Domain.Facts.{name}")
            ?? throw new InvalidOperationException($"The data file {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The data file {name} is empty.");
    }
}
