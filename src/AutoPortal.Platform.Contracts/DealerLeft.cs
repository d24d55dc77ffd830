using AutoPortal.Kernel.Messaging;

namespace AutoPortal.Platform.Contracts;

/// <summary>A dealer left the network: whoever keeps work for it passes that on. Published on the day itself, also where it was planned ahead.</summary>
/// <param name="DealerId">The dealer.</param>
/// <param name="BrandId">Its brand.</param>
/// <param name="Name">Its name, for reasons that people read.</param>
/// <param name="SuccessorId">The dealer that takes over, or null where its work returns to headquarters.</param>
/// <param name="LeftOn">First day on which it no longer belongs, in Shanghai.</param>
/// <param name="At">UTC.</param>
[EventType("platform.dealer_left")]
public sealed record DealerLeft(Guid DealerId, Guid BrandId, string Name, Guid? SuccessorId, DateOnly LeftOn, DateTimeOffset At) : IntegrationEvent
{
    /// <summary>One dealer's events keep their order.</summary>
    public override string AggregateKey => DealerId.ToString("N");
}
