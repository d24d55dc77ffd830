namespace AutoPortal.Activities.Contracts;

/// <summary>What the house knows about a person behind a phone; answered by the module that owns customers, asked where an activity is not for everybody.</summary>
public interface IPersonDirectory
{
    /// <summary>The person of the running scope's tenant; null for somebody the house does not know.</summary>
    /// <param name="phoneHash">Look-up hash of the normalised number.</param>
    /// <param name="ct">Gives up.</param>
    Task<PersonFacts?> FindByPhoneAsync(string phoneHash, CancellationToken ct);
}

/// <summary>A known person, without personal data.</summary>
/// <param name="CustomerId">The One-ID.</param>
/// <param name="IsOwner">Whether a car was delivered to the person.</param>
/// <param name="City">Short form, or null where it is not known.</param>
public sealed record PersonFacts(Guid CustomerId, bool IsOwner, string? City);
