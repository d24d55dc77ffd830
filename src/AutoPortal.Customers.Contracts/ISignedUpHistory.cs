namespace AutoPortal.Customers.Contracts;

/// <summary>All sign-ups of known customers of the running scope's tenant, for readers that build their own rows anew.</summary>
public interface ISignedUpHistory
{
    /// <summary>Batches of at most a few hundred, oldest first, as they were told.</summary>
    IAsyncEnumerable<IReadOnlyList<CustomerSignedUp>> ReadAsync(CancellationToken ct);
}
