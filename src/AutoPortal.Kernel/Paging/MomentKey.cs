using System.Globalization;

namespace AutoPortal.Kernel.Paging;

/// <summary>Where a page of a list ended that runs by a moment and, within it, by id.</summary>
/// <param name="At">UTC.</param>
/// <param name="Id">The row.</param>
public readonly record struct MomentKey(DateTimeOffset At, Guid Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, because it comes from the address.</summary>
    public static MomentKey? Read(string? after)
        => after?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var known)
            ? new(new DateTimeOffset(at, TimeSpan.Zero), known)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}");
}
