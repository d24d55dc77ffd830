using AutoPortal.Pages.Contracts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>How a module adds kinds of blocks; the list of kinds is this registration, nowhere is a switch to extend.</summary>
public static class BlockRegistration
{
    /// <summary>Adds a kind of block.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="kind">Stored word in snake_case, unique in the house.</param>
    /// <param name="version">Present version, 1 or more.</param>
    /// <param name="lifts">One for every version before <paramref name="version"/>.</param>
    /// <exception cref="ArgumentException">An older version has no lift, or two.</exception>
    public static IServiceCollection AddBlock<TBlock, TComponent>(this IServiceCollection services, string kind, int version = 1, params BlockLift[] lifts)
        where TBlock : Block, new()
        where TComponent : BlockComponent<TBlock>
        => services.AddBlock<TBlock, TComponent>(kind, BlockHints.Default, version, lifts);

    /// <summary>Adds a kind of block with what the builder is to know about it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="kind">Stored word in snake_case, unique in the house.</param>
    /// <param name="hints">Palette, icon, nesting.</param>
    /// <param name="version">Present version, 1 or more.</param>
    /// <param name="lifts">One for every version before <paramref name="version"/>.</param>
    /// <exception cref="ArgumentException">An older version has no lift, or two.</exception>
    public static IServiceCollection AddBlock<TBlock, TComponent>(this IServiceCollection services, string kind, BlockHints hints, int version = 1, params BlockLift[] lifts)
        where TBlock : Block, new()
        where TComponent : BlockComponent<TBlock>
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (!lifts.Select(l => l.From).Order().SequenceEqual(Enumerable.Range(1, version - 1)))
        {
            throw new ArgumentException($"Block kind '{kind}' is at version {version} and needs exactly one lift for each version before it.", nameof(lifts));
        }

        return services.AddSingleton(new BlockKind(kind, version, typeof(TBlock), typeof(TComponent), lifts, hints));
    }
}
