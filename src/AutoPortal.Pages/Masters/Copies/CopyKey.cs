using System.Globalization;
using AutoPortal.Kernel.Paging;

namespace AutoPortal.Pages.Masters.Copies;

/// <summary>Where a page of copies ended: they run by open conflicts, then by their last change.</summary>
internal readonly record struct CopyKey(int Open, MomentKey Changed)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, because it comes from the address.</summary>
    public static CopyKey? Read(string? after)
        => after?.Split('_', 2) is [var open, var changed] && int.TryParse(open, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && MomentKey.Read(changed) is { } key ? new(count, key) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Open}_{Changed}");
}
