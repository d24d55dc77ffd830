using System.Globalization;

namespace AutoPortal.Kernel.Workbooks.Writing;

/// <summary>Names for tabs that Excel takes, each once.</summary>
internal sealed class SheetNames
{
    private const int MaxChars = 31;
    private const string Forbidden = "[]:*?/\\";
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Take(string wanted)
    {
        var allowed = string.Concat(wanted.Select(c => char.IsControl(c) || char.IsSurrogate(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim(' ', '\'');
        var name = Fit(allowed.Length == 0 ? "Sheet" : allowed, "");
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = Fit(allowed.Length == 0 ? "Sheet" : allowed, string.Create(CultureInfo.InvariantCulture, $" ({number})"));
        }

        return name;
    }

    private static string Fit(string name, string ending) => name[..Math.Min(name.Length, MaxChars - ending.Length)].TrimEnd(' ', '\'') + ending;
}
