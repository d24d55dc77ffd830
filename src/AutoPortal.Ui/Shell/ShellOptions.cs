namespace AutoPortal.Ui.Shell;

/// <summary>Addresses and names that the host gives to the shell.</summary>
public sealed class ShellOptions
{
    /// <summary>The product's name beside the mark.</summary>
    public string ProductName { get; set; } = "AutoPortal";

    /// <summary>Where the mark leads.</summary>
    public string HomePath { get; set; } = "/app";

    /// <summary>Where the help button leads; null hides it.</summary>
    public string? HelpPath { get; set; }

    /// <summary>Takes the antiforgery-protected post that signs out.</summary>
    public string SignOutPath { get; set; } = "/app/sign-out";
}
