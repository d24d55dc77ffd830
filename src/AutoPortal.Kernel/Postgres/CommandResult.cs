namespace AutoPortal.Kernel.Postgres;

/// <summary>How a program ended, and all it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Text)
{
    public string LastLine => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "(it said nothing)";
}
