using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Channels;

/// <summary>How phone codes are sent and limited. There is no setting that makes a code known beforehand.</summary>
public sealed class ChannelsOptions
{
    /// <summary>How long a code lives.</summary>
    public TimeSpan CodeLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a person waits before asking for another.</summary>
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wrong guesses before a code dies.</summary>
    [Range(1, 10)]
    public int GuessesPerCode { get; init; } = 5;

    /// <summary>Codes to one phone within an hour of the clock.</summary>
    [Range(1, 100)]
    public int CodesPerPhoneHour { get; init; } = 5;

    /// <summary>Codes to one phone within a day.</summary>
    [Range(1, 1_000)]
    public int CodesPerPhoneDay { get; init; } = 10;

    /// <summary>Codes asked for from one network address within an hour of the clock.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerClientHour { get; init; } = 20;

    /// <summary>Codes of one tenant within a minute of the clock.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerTenantMinute { get; init; } = 3_000;

    /// <summary>Codes of one tenant within a day: what a runaway page may cost at most.</summary>
    [Range(1, 100_000_000)]
    public int CodesPerTenantDay { get; init; } = 200_000;
}
