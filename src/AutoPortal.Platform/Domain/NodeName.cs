using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Platform.Domain;

/// <summary>What holds for the code and the name of brands, regions, sub-regions and series.</summary>
internal static class NodeName
{
    public const int Longest = 60;

    /// <returns>Code and name without stray spaces, or why they cannot stand.</returns>
    public static Outcome<(string Code, string Name)> Read(string code, string name)
    {
        (code, name) = (WrittenName.Tidy(code), WrittenName.Tidy(name));
        return !WrittenName.IsCode(code) ? PlatformRefusals.CodeMalformed
            : name.Length is 0 or > Longest ? PlatformRefusals.NameMissing
            : (code, name);
    }
}
