namespace AutoPortal.Activities.Contracts;

/// <summary>All sign-ups of the running scope's tenant, for readers that build their own rows anew.</summary>
public interface ISignUpHistory
{
    /// <summary>Batches of at most a few hundred, oldest first, as they were told.</summary>
    IAsyncEnumerable<IReadOnlyList<SignUpAccepted>> ReadAsync(CancellationToken ct);
}
