namespace AutoPortal.Ui.Looks;

/// <summary>What a colour says. Never the only sign: a word or an icon stands with it.</summary>
public enum Tone
{
    /// <summary>Nothing to do.</summary>
    Calm,

    /// <summary>Under way.</summary>
    Note,

    /// <summary>Good.</summary>
    Good,

    /// <summary>Needs attention.</summary>
    Warning,

    /// <summary>Bad or overdue.</summary>
    Bad,

    /// <summary>The tenant's own colour.</summary>
    Accent,
}
